"""Pages of HTML → reports whose every offset leads back into the page."""

from accord.read.html.pages import looks_like_html, read_html

__all__ = ["looks_like_html", "read_html"]
