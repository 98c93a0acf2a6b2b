from collections import Counter
from collections.abc import Sequence

from accord.knowledge.words import function_words
from accord.model.accounts import Analysis
from accord.text.stems import stem, words_of


def central_headline(analyses: Sequence[Analysis]) -> str:
    """Choose the headline whose words most other reports use too, verbatim; where there is none, a report's id."""
    headlines = [analysis.report.headline.text for analysis in analyses if analysis.report.headline]
    if not headlines:
        return analyses[0].report.id
    words = [_content(headline) for headline in headlines]
    holders = Counter(word for each in words for word in each)
    scores = [sum(holders[word] - 1 for word in each) / (len(each) or 1) for each in words]
    return headlines[max(range(len(headlines)), key=lambda n: (scores[n], -n))]


def _content(headline: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words_of(headline) if word.lower() not in function_words())
