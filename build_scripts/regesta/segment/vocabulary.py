"""Words by which the rules know furniture, evidence and headings.

General vocabulary only: nothing here comes from one collection.
"""

from __future__ import annotations


def words_in(listed: str) -> frozenset[str]:
    """Return the words of *listed*, parted by white space."""
    return frozenset(listed.split())


def phrases_in(listed: str) -> frozenset[str]:
    """Return the phrases of *listed*, parted by commas and line ends."""
    return frozenset(p for line in listed.splitlines() for q in line.split(",") if (p := q.strip()))


SITE_PHRASES = phrases_in("""
    advertisement, advertisements, advertising, article continues below, back to top
    click here, click here to subscribe, click to share, close ad, continue reading, copy link
    download pdf, email this article, enlarge image, follow us, follow us on, image caption
    jump to content, leave a comment, leave a reply, load more, load more comments, loading
    log in, log in to comment, login, more from this author, more news, more stories
    most commented, most popular, most read, most shared, most viewed, newsletter sign up
    next article, next post, no comments, no comments yet, open menu, paid content, popular now
    post a comment, press enter, previous article, previous post, print article
    print this article, print this page, promoted content, read more, read next
    recommended articles, recommended for you, recommended stories, related articles
    related content, related news, related posts, related stories, related topics, save article
    save for later, share article, share now, share on facebook, share on linkedin
    share on twitter, share on whatsapp, share on x, share this, share this article
    share this page, share this post, share this story, share with your friends, show comments
    show more, sign in, sign up for our newsletter, site map, skip advertisement
    skip to content, skip to main content, skip to navigation, sponsored, sponsored by
    sponsored content, story continues below advertisement, subscribe, subscribe now
    subscribe to our newsletter, text size, toggle navigation, top stories, trending
    trending now, trending stories, view all comments, view comments, view gallery, view more
    write a comment, you may also like, you might also like, an error occurred
    javascript is disabled, accept all cookies, accept cookies, cookie settings, cookie policy
    manage cookies
    anzeige, werbung, mehr zum thema, artikel teilen, weiterlesen, publicité, lire aussi
    à lire aussi, partager, partager cet article, lire la suite, publicidad, compartir, leer más
    te puede interesar, lea también, más leídas, condividi, leggi anche, pubblicità, lees ook
    lees meer, реклама, поделиться, читайте также, 广告, 相关新闻, 相关阅读, 分享, 広告
    関連記事, シェア, 광고
""")
"""What a website prints around a text and no author writes alone on a line."""

LISTS_OF_OTHER_TEXTS = phrases_in("""
    most commented, most popular, most read, most shared, most viewed, more news, more stories
    read next, recommended articles, recommended for you, recommended stories
    related articles, related content, related news, related posts, related stories
    related topics, top stories, trending, trending now, trending stories, you may also like
    you might also like, mehr zum thema, te puede interesar, más leídas, читайте также
    相关新闻, 相关阅读, 関連記事
""")
"""Headings of lists of links: what follows them at the end of a text is links."""

EDGE_PHRASES = phrases_in("""
    comments, comment, share, print, email, e-mail, menu, search, home, news, tweet, facebook
    twitter, linkedin, whatsapp, about us, contact us, contact, about, archive, archives, more
    next, previous, newsletter, video, photos, gallery, submit, sign up, register, help, faq
    careers, tags, related, promoted, privacy policy, terms of use, terms of service
    terms and conditions
""")
"""Buttons and menu entries that could be headings elsewhere."""

NETWORKS = words_in("""
    facebook twitter x linkedin whatsapp telegram reddit pinterest email e-mail print share
    tweet copy link messenger instagram youtube tumblr flipboard pocket sms line weibo wechat
""")

MENU_WORDS = words_in("""
    home news contact about login search menu subscribe world politics business sports sport
    opinion video archive newsroom releases start startseite accueil inicio newsletter help
    sitemap privacy terms
""")

AROUND_A_DATE = words_in("""
    date dated published publish publication posted post updated update last modified created
    submit release released print share save on at am pm a.m p.m et est edt gmt utc pst pdt ct
    bst cet ist h min mins minute minutes read views view comments comment time first the and
    mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday of
    issued by
""")
"""All that a web page's date line holds besides a date."""

NO_SIGN_OF_A_PAGE = words_in("""
    on at of the and first time mon tue wed thu fri sat sun monday tuesday wednesday thursday
    friday saturday sunday dated
""")
"""Those of them that stand before a date in any text."""

SMALL_WORDS = words_in("""
    a an and as at but by de del della der des die das du el et for from if in into la las le
    les los nor of off on onto or out over per the to under up upon via vs vs. von with without
    y und e o da do dos das di il i
""")
"""Words that titles leave without a capital."""

NAME_WORDS = words_in("""
    and und et y e de da di von van der den del la le for of the in with by from at via
    editing reporting writing additional contributing contributed
""")
"""Words without a capital inside the names and offices of a credit."""

ADDRESS_FIELDS = words_in("from to date sent subject re von an datum de à objet betreff")
SUBJECT_FIELDS = words_in("subject betreff objet re")
"""Fields of a header, casefolded."""
