"""Texts that hypothesis makes: pieces that act somewhere, and any letters."""

from __future__ import annotations

from hypothesis import strategies as st

MARKUP = (
    "<script>", "</div>", "<![CDATA[", "<!--", "-->", "&amp;", "&#60;", "&copy", "&",
    "[a](b)", "![x](y)", "[r]: http://x", "{: .c }", "{#id}", "**", "__", "`", "```", "~~~",
    "# ", "## x", "- ", "* ", "1. ", "> ", "|a|b|", "---", "===", "\\", "\\*", "<a@b.c>",
    "<http://x>", "{{ x }}", "{% x %}", "--8<--", "\t", "\u00a0", "\u202e", "\u2028", "\x02",
    "\x03", "wzxhzdk:0", "klzzwxh:0", "STX", "\x7f", "\u0085", "\ufeff", "\u200d", "!", "\n",
    "\n\n", "\r\n", " ", "word", "Sentence one.", "Ünïcödé", "漢字", "עברית", "😀", "\ufffe",
    "Ada Brook", "Brook", "the Board", " on 4 May 1921", "Sunday", '"', "“", "”", " said ",
)  # fmt: skip
_markup = st.sampled_from(MARKUP)
TEXTS = st.one_of(
    st.lists(_markup, max_size=25).map("".join),
    st.text(max_size=120),
    st.lists(st.one_of(_markup, st.text(max_size=6)), max_size=20).map(" ".join),
)
"""Texts of documents; lone surrogates and NUL among them."""
