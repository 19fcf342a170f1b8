"""Patterns for dates as datelines write them (not to be resolved here)."""

from __future__ import annotations

MONTH = (
    r"(?:jan(?:uary|vier|uar)?|feb(?:ruary|ruar)?|février|mar(?:ch|s)?|märz|apr(?:il)?|avril|may"
    r"|mai|mayo|june?|juin|juni|junio|july?|juillet|juli|julio|aug(?:ust)?|août|agosto"
    r"|sept?(?:ember)?|septembre|oct(?:ober|obre)?|oktober|nov(?:ember|embre)?|dec(?:ember)?"
    r"|décembre|dezember|enero|febrero|marzo|abril|septiembre|octubre|noviembre|diciembre|gennaio"
    r"|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre)\.?"
)
_ORDINAL = r"(?:st|nd|rd|th|er|\.|º)?"
DAY = (
    rf"(?:{MONTH} \d{{1,2}}{_ORDINAL}(?:,? \d{{4}})?"
    rf"|(?:the )?\d{{1,2}}{_ORDINAL}(?: (?:of|de|day of))? {MONTH}(?:,?(?: de)? \d{{4}})?"
    r"|\d{4}-\d{2}-\d{2}|\d{4}年\d{1,2}月\d{1,2}日)"
)
"""A day with its month, the year where it is given.  Needs IGNORECASE."""
WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
"""A weekday before the day, or nothing.  Needs IGNORECASE."""
FULL_DATE = (
    r"\b(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?,?"
    r" \d{4}"
    r"|\d{1,2}(?:st|nd|rd|th)?\.? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?"
    r" \d{4})\b"
)
"""A day with its year, in digits or with an English month.  Needs IGNORECASE."""
