"""Words by which proposals tell people, organisations and places apart.

Origin: compiled for this project from general knowledge.  Lower case.
"""

from __future__ import annotations

import unicodedata

from regesta.annotate.proposals.given_names import CENSUS_NAMES, OTHER_NAMES


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


BODY_HEADS = _words(
    """department agency council committee commission ministry university institute institution
    bank corporation company association foundation court bureau administration authority
    board organization organisation federation academy college museum library hospital
    church parliament secretariat consortium coalition tribunal corps inc. inc llc ltd corp
    corp. plc caucus society conservancy legislature directorate embassy consulate
    observatory laboratory laboratories union guild group office service services center centre
    fund party force guard command alliance conference taskforce league pictures records
    studios systems airlines airways industries holdings technologies motors entertainment
    productions orchestra choir brigade regiment battalion squadron times journal gazette
    herald tribune globe telegraph chronicle network broadcasting programme aerospace
    pharmaceuticals publishers press brothers club exchange partners associates securities
    bancorp railway railroad airline symphony philharmonic theatre theater zoo"""
)
"""Last words of a body's name."""

LEADING_HEADS = _words(
    """department ministry office bureau university bank institute council committee commission
    court house board academy museum library embassy federation association union society
    directorate college center centre organization organisation league government
    chamber congress borough"""
)
"""First words of a body's name with “of” or “for” after them."""

FOREIGN_HEADS = _words(
    """banco banque banca grupo groupe gruppo partido partito universidad université universidade
    università universität ministerio ministère ministério fundación fondation fundação société
    compañía instituto institut verein verband gesellschaft"""
)
"""First words of a body's name in Romance languages and German."""
REGIONS = _words(
    "baltic nordic arctic balkan caspian andean caribbean alpine danube adriatic benelux visegrad"
)
"""Adjectives of regions that have councils and commissions of their own."""

WEAK_HEADS = _words(
    """pictures records systems exchange partners network club programme brothers times journal
    studios brigade holdings industries associates theatre theater administration alliance
    board center centre church command committee company conference council court department
    force fund group guard guild league office party press service services society union"""
)
"""Heads that need two proper words before them, or more than one occurrence."""

ROLES = _words(
    """activist actor actress adviser advisor aide analyst architect artist astronaut athlete
    attorney author banker biographer biologist blogger boxer brother businessman
    businesswoman campaigner candidate captain cardinal chairman chairwoman chef chemist
    coach colleague columnist comedian commander commentator composer conductor congressman
    congresswoman consultant correspondent critic cyclist dancer daughter defender
    demonstrator designer detective diplomat director dissident doctor dramatist drummer
    economist editor engineer entrepreneur envoy explorer farmer father filmmaker fisherman
    footballer founder geologist goalkeeper golfer guitarist historian husband illustrator
    inventor investigator investor journalist judge lawmaker lawyer lecturer linguist
    lobbyist lobsterman manager mathematician midfielder missionary mother musician nephew
    niece novelist nurse officer official organist painter pastor philanthropist philosopher
    photographer physician physicist pianist pilot player playwright poet policeman
    politician priest producer professor programmer prosecutor psychologist rapper reporter
    researcher saxophonist scholar scientist screenwriter sculptor senator shopkeeper singer sister
    skater skier soldier solicitor songwriter soprano spokesman spokesperson spokeswoman
    sprinter strategist striker student surgeon swimmer teacher tenor theologian translator
    trumpeter uncle veteran victim violinist vocalist volunteer widow wife winner witness
    wrestler writer"""
)
"""Nouns for people that stand, written small, right before a name or after it."""

SPELT_HEADS = _words(
    "enforcement protection brotherhood front movement army veterans workers state site"
)
"""Words that show, with initials in brackets, that a body is meant."""

NO_FIELD = _words("directors governors trustees regents visitors elders save")
"""What follows “Board of” where no body is named."""

NOT_BODIES = _words(
    """accord accords act acts agenda agreement allowance challenge amendment annex appendix
    article award
    benefit bill chapter code constitution convention credit day deal declaration dialogue
    doctrine figure framework fund's grant grants index initiative law laws letter medal
    memorandum month note notice order orders part partnership plan policy prize proclamation
    program programme project protocol report resolution rule schedule section statement
    strategy summit table title treaty war week year"""
)
"""Heads of names that are neither body nor person."""

PLACE_HEADS = _words(
    """city county river island islands province sea ocean mountains mountain strait peninsula
    airport lake valley desert gulf bay canal harbor harbour port beach"""
)
"""Last words of a place's name."""
WAY_HEADS = _words(
    """bridge dam street lane avenue road boulevard quay wharf pier creek brook reef fjord loch
    glacier"""
)
"""Last words of the names of ways and waters, which end family names too."""
STRUCTURE_HEADS = _words("tunnel viaduct aqueduct turnpike lighthouse reservoir")
"""Last words of the names of what is built, named after people or not."""

GIVEN_NAMES = _words(
    """aaron abdul abdullah abigail adam adrian ahmad ahmed aisha alan albert alejandro alex
    alexander alexandra alexei alfred ali alice alicia alison allison amanda amy ana anastasia
    andrés andré andrea andreas andrei andrew angela anita ann anna anne annette anthony
    antonio antony antónio arnold arthur ashley barbara barry beatrice ben benjamin bernard
    bernie beth betty bill bob brad bradley brandon brenda brett brian brooke bruce bryan
    caitlin carl carla carlos carmen carol caroline carolyn catherine cecilia charles charlie
    charlotte cheryl chris christian christina christine christopher chuck cindy claire clara
    claudia colin connie craig curtis cynthia dan daniel daniela danielle darren dave david
    dawn dean deborah debra denis denise dennis derek diana diane diego dmitri dmitry don
    donald donna dorothy doug douglas duncan dustin dylan earl ed eddie edgar eduardo edward
    edwin eileen elaine eleanor elena eli elias elizabeth ella ellen elon emily emma emmanuel
    enrique eric erica erik ernest ernesto esther ethan eugene eva evan evelyn fatima felipe
    felix fernando florence frances francis francisco françois frank franklin fred frederick
    friedrich gabriel gary gavin gene geoffrey george gerald gerard gerhard gina giorgia
    giovanni giuseppe gloria gordon greg gregory guillermo gustavo guy hakan hannah hans
    harold harriet harry hassan heather hector heidi heinrich helen helena helmut henri henry
    herbert hillary holly howard hugh hugo hussein ian ibrahim igor ilya ingrid irene irina
    isaac isabel isabella ivan jack jackie jacob jacques jaime jake james jamie jan jane janet
    jared jason javier jay jean jeff jeffrey jen jennifer jeremy jerome jerry jesse jessica
    jesús jill jim jimmy joan joanna joe joel johann john johnny jon jonathan jorge josé
    joseph josh joshua juan judith julia julian julie justin karen karin karl karoline kash
    kate katherine kathleen kathryn katie keir keith kelly ken kenneth kevin kim kimberly
    klaus kristi kristin kurt kyle larry laura lauren lawrence leah lee leon leonard leslie
    lewis liam linda lindsey lisa liz lloyd lori louis louise lucas lucia lucy luis luke lynn
    madeleine manuel marc marcel marco marcos marcus margaret maria maría marie mario marion
    marjorie mark marsha martha martin marvin mary mateo matt matteo matthew maurice max megan
    melania melanie melissa melvin michael michelle miguel mikhail mike milton mitch mohamed
    mohammad mohammed monica morgan muhammad mustafa nancy naomi natalia natalie nathan neil
    nicholas nick nicolas nicole nigel nikki nikolai nina noah noel nora norman olaf olaf oleg
    olga oliver olivia omar oscar otto pablo pam pamela patricia patrick paul paula paulo
    pavel pedro peggy penny pete peter phil philip philippe phillip phyllis pierre rachel
    rafael rahul ralph ramón randy raúl ray raymond rebecca reinhard rené ricardo richard rick
    rita rob robert roberto robin rodrigo roger roland ron ronald rosa rose rosemary roy
    russell ruth ryan sally salvador sam samantha samuel sandra sara sarah scott sean
    sebastian sergei sergey seth shane shannon sharon sheila shirley simon sofia sonia sophia
    sophie stacey stanley stefan stella stephanie stephen steve steven stuart sue susan
    susanne suzanne sylvia tamara tammy tara ted teresa terry thelma theodore theresa thomas
    tiffany tim timothy tina todd tom tomás tony tracy travis tulsi tyler ursula valerie
    vanessa vera vernon veronica vicky victor victoria vincent virginia vivian viktor vladimir
    volodymyr wallace walter wanda warren wayne wendy werner wilhelm will william willie
    wolfgang xavier yusuf yvonne zachary zoe"""
)

AMBIGUOUS_GIVEN = _words(
    "les will guy dean dawn rose virginia florence sofia jordan grace earl may"
)
"""Given names that are words or places as well: no ground by themselves."""


def is_given_name(word: str) -> bool:
    """Tell whether *word* is a common given name and nothing else as common."""
    lowered = word.lower()
    return lowered in GIVEN_NAMES and lowered not in AMBIGUOUS_GIVEN


_LESS_COMMON = CENSUS_NAMES | OTHER_NAMES


def may_be_given_name(word: str) -> bool:
    """Tell whether *word* is a given name, common or not, and nothing else."""
    if word.isascii():
        return is_given_name(word) or word.lower() in _LESS_COMMON
    apart = unicodedata.normalize("NFD", word)
    plain = "".join(c for c in apart if not unicodedata.combining(c))
    return is_given_name(word) or (plain != word and may_be_given_name(plain))


NICKNAMES = (
    ("joe", "joseph"),
    ("bill", "william"),
    ("will", "william"),
    ("bob", "robert"),
    ("rob", "robert"),
    ("mike", "michael"),
    ("tom", "thomas"),
    ("tim", "timothy"),
    ("jim", "james"),
    ("dan", "daniel"),
    ("dave", "david"),
    ("steve", "steven"),
    ("tony", "anthony"),
    ("chris", "christopher"),
    ("matt", "matthew"),
    ("don", "donald"),
    ("ron", "ronald"),
    ("ken", "kenneth"),
    ("ben", "benjamin"),
    ("sam", "samuel"),
    ("pete", "peter"),
    ("jeff", "jeffrey"),
    ("greg", "gregory"),
    ("nick", "nicholas"),
    ("pam", "pamela"),
    ("liz", "elizabeth"),
    ("sue", "susan"),
    ("kate", "katherine"),
    ("jen", "jennifer"),
    ("phil", "philip"),
    ("andy", "andrew"),
    ("fred", "frederick"),
    ("ed", "edward"),
)

FAMILY_NAMES_FIRST = _words(
    """wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng
    liang xie tang song deng han feng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye
    cheng wei su lu ding ren shen yao lü qin hou xi kim park choi jung kang cho yoon jang lim shin
    nguyen tran pham"""
)
"""Family names that, written in Latin letters, commonly go before the given name."""

SAYING = _words(
    "said says stated added told noted asked announced replied explained argued wrote testified"
)

OFFICE_FIELDS = (
    "State",
    "Defense",
    "Defence",
    "War",
    "Commerce",
    "Energy",
    "Education",
    "Labor",
    "Transportation",
    "Agriculture",
    "Justice",
    "Interior",
    "the Interior",
    "the Treasury",
    "Treasury",
    "Homeland Security",
    "Public Security",
    "National Intelligence",
    "Foreign Affairs",
    "Health and Human Services",
    "Housing and Urban Development",
    "Veterans Affairs",
    "Veterans’ Affairs",
    "Finance",
    "Health",
    "Trade",
    "Culture",
    "the Army",
    "the Navy",
    "the Air Force",
    "Staff",
)
"""What stands between “Secretary of” and the name of who holds the office."""
