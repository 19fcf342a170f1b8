"""The English words by which texts tell of occasions.  Lists and nothing else."""

from __future__ import annotations

import re

MEETING = re.compile(
    r"\b(?:met|meets|sat down|spoke|speaks|talked|conferred|consulted|"
    r"exchanged views|held|holds|convened|hosted|hosts|co-hosted|welcomed|received|visited|"
    r"visits)\b"
)
"""Verbs by which an occasion is told without a noun for it."""

TAKING_PART = re.compile(
    r"\b(?:attended|participated in|took part in|takes part in|joined (?:in )?(?:the|this)|"
    r"(?:was|were) (?:also )?(?:in attendance|present|joined)|also joined|attending|led the|"
    r"represented|sent an? (?:[\w-]+ ){0,2}delegation)\b"
)
TOPIC_VERB = re.compile(
    r"\b(?:discuss(?:ed)?|raised|reviewed|explored|addressed|exchanged views on|focus(?:ed|es)? on|"
    r"touched on|consulted on|conferred on|talked about|spoke about|debated|considered|"
    r"underscored|covered|centered on|centred on|dealt with)\s+"
)
TOPIC_LEAD = re.compile(
    r"\s(?:on|about|over|regarding|concerning|focus(?:ed|ing) on|to discuss|to review|"
    r"to talk about|devoted to|dedicated to)\s+"
)
PURPOSE = re.compile(
    r"\sto (?:advance|discuss|deepen|strengthen|expand|coordinate|review|address|talk about|"
    r"explore|negotiate|promote|follow up on)\s+"
)
"""For what somebody met."""
FOCUS_OF = re.compile(
    r"\b(?:focus|topic|subject|agenda|purpose|aim|theme)s? of (?:the |this |that |their )?$"
)
FOCUS_IS = re.compile(r"\s(?:was|were|is|are|included|will be)\s+")
MADE_AT = re.compile(
    r"\b((?:commitments?|agreements?|understandings?|consensus|decisions?|promises|pledges|progress)"
    r"\s(?:made|reached|taken|adopted|signed|struck|concluded))\s(?:at|during|in)\s(?:the\s)?"
)
"""What came of an occasion that is named after it."""
PROGRESS = re.compile(
    r"\b(?:there (?:were|was|are|is) (?:\w+ )?signs? (?:that |of )?\w[^,.;]{0,200}|"
    r"(?:made|saw|showed|brought|yielded) (?:\w+ )?(?:progress|results)|"
    r"progress (?:is|was) (?:being )?made|ended (?:without|in)\s(?:an? )?(?:\w+ ){0,2}"
    r"(?:agreement|deal|accord|result|impasse|deadlock)|"
    r"failed to (?:agree|reach)|broke down|collapsed)\b"
)
"""How an occasion went, with a result or without."""
STRESSED = re.compile(
    r"\b(?:reiterated|emphasi[sz]ed|stressed|expressed|conveyed|made clear|warned)\s+"
)
"""What a voice that took part says there."""
COMMITTED = re.compile(
    r"\b(?:with an? (?:commitment|agreement|pledge|understanding)|agreed|committed|pledged|"
    r"decided)\s[^;.]{0,300}?\bto (?:have|hold|meet|conduct|continue|convene|resume)\b"
)
"""Occasions to come that were agreed on."""
OUTCOME = re.compile(
    r"\b(?:agreed|committed to|pledged|reached (?:a|an|agreement)|signed|resolved to|decided to|"
    r"made commitments|adopted|endorsed|reaffirmed|vowed|approved|"
    r"(?:have|had|has) agreed|concluded (?:with|a|an)|resulted in|issued|"
    r"with an? (?:commitment|agreement|pledge|understanding))\b"
)
FOLLOWS = re.compile(
    r"[^.;,]{0,30}?\b(follows|followed|builds (?:up)?on|built (?:up)?on|"
    r"(?:came|comes) (?:\w+ ){0,4}(?:after|before))\s"
)
"""How an occasion stands to others before it."""
JUDGED = re.compile(
    r"\b(?:described|called|characteri[sz]ed|termed|hailed|praised|dubbed|assessed)\s"
)
JUDGEMENT = re.compile(
    r"\b(?:a|an|the|was|were|as)\s(?:\w+ly )?"
    r"(?:candid|constructive|productive|frank|fruitful|cordial|warm|positive|successful|in-depth|"
    r"substantive|useful|good|excellent|tense|difficult|friendly|intensive)\b"
    r"(?:(?:,? and|,) (?:candid|constructive|productive|frank|fruitful|cordial|warm|positive|"
    r"successful|in-depth|substantive|useful|pragmatic|friendly|detailed))*"
)
"""What a voice makes of the occasion: "a candid and constructive discussion"."""

LASTED = re.compile(r"\b(?:last(?:ed|ing)|ran|went on|spanning|over)(?: for)? $")
PLANNED = re.compile(
    r"\b(?:will|shall|plans? to|planned|planning|scheduled|set to|expected to|intends? to|"
    r"intention to|upcoming|to be held|forthcoming|to take place|next round)\b"
)
HEDGED = re.compile(
    r"\b(?:reportedly|allegedly|apparently|may have|might have|known to have|believed to|"
    r"said to have|understood to|could have|possibly|perhaps|probably|purportedly|rumou?red)\b"
)
DENIED = re.compile(
    r"\b(?:did not|didn[’']t|does not|has not|have not|had not|was not|were not|never|"
    r"failed to|refused to|declined to|denied|without)\s(?:\w+\s){0,2}$"
)
EVERYBODY = re.compile(
    r"\b(?:[Tt]he (?:two|three|four|five|seven|\w+) ?(?:sides|leaders|presidents|ministers|"
    r"officials|countries|parties|delegations|nations|governments)|[Bb]oth (?:sides|leaders|"
    r"countries|parties|presidents|ministers|delegations)|[Tt]he (?:sides|leaders|"
    r"participants|parties|delegates|presidents|ministers|principals|delegations|council|"
    r"committee|board)|[Pp]articipants|"
    r"(?:[Mm]eeting|[Tt]alks) participants|[Tt]hey)\b"
)
"""Subjects that stand for those who took part."""
OFFICE_HOLDER = re.compile(
    r"The (?:Vice President|President|Prime Minister|Foreign Minister|Secretary|Minister|"
    r"Chancellor|Ambassador|Commissioner|King|Chairman|Governor)\s"
)
"""One of them by office, at the head of a sentence."""

# The first character is looked for in one sweep; what may follow depends on it.
CLAUSE_END = re.compile(
    r"[;!?.,\s](?:(?<=\s)(?:[—–-]\s|"
    r"(?=and (?:also )?(?:\w+ed|met|made|held|said|spoke|told|sought|set|took|gave|led)\b)|"
    r"(?=but (?:\w+ed|said)\b)|(?<=\n))|(?<=[;!?])(?=\s|$)|"
    r"(?<=\.)(?<!\bU\.S\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bMrs\.)(?<!\bDr\.)(?<!\b[A-Z]\.)(?=[\s”\"]|$)|(?<=[,.])[”\"](?=\s|$)|(?<=,)\s(?="
    r"(?:but|while|which|who|whose|where|as well as|with|according to|saying|adding|noting|calling|"
    r"marking|following|amid|after|before|a|an|the)\b|"
    r"and (?:[\w’'.-]+ ){0,4}(?:\w+ed|said|told|met|is|are|was|were|will|has|have|had)\b))"
)
BARE = re.compile(
    r"(?:the|this|that|these|those|their|its|his|her|a|an) (?:\w+)|"
    r"(?:meeting|talks|call|discussions?)",
    re.IGNORECASE,
)
"""Words that point to an occasion and say nothing of it."""
