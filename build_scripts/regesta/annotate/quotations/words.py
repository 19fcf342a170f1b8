"""The English vocabulary of saying: who may speak without a name, and how.

Lists of words and nothing else, so that they can be read, extended and one day
joined by those of another language.
"""

from __future__ import annotations


def word_set(listed: str) -> frozenset[str]:
    """Return the words that stand in *listed*, parted by white space."""
    return frozenset(listed.split())


SAYING = word_set("""
    accused acknowledged added admitted advised affirmed agreed alleged announced answered
    applauded argued attacked branded bragged compared derided heralded implored likened ridiculed
    asked assailed asserted assessed assured blamed blasted boasted called cautioned characterized
    characterised charged cheered cited claimed commented complained conceded concluded condemned
    confessed confided confirmed considered contended continued conveyed cried criticized
    criticised decided declared decried demanded denied denounced deplored described dismissed
    disputed dubbed emphasized emphasised estimated exclaimed explained exhorted expressed feared
    forecast found hailed hinted hoped implied indicated informed insisted instructed invoked joked
    labeled labelled lamented lauded maintained mentioned mocked mused noted objected observed
    offered ordered pleaded pledged pointed posted praised predicted proclaimed promised proposed
    protested quipped quoted ranted reaffirmed reasoned recalled recommended recounted referred
    reiterated rejected remarked remembered reminded repeated replied reported requested responded
    restated retorted revealed ruled said screamed shouted signaled signalled slammed snapped
    specified stated stressed suggested summarized summarised sworn swore tells termed testified
    thanked told touted tweeted underlined underscored urged uttered voiced vowed warned welcomed
    whispered wished wondered wrote yelled spoke speaks talked acknowledges adds admits affirms
    agrees alleges announces answers argues asserts believes calls cautions claims comments
    complains concludes confirms contends continues declares demands denies describes emphasizes
    emphasises estimates explains exclaims finds hopes indicates insists maintains notes observes
    points predicts promises proposes reads recalls recommends reiterates remarks replies reports
    responds reveals says states stresses suggests thinks underlines underscores urges vows warns
    writes say believe believed thought scoffed countered fumed gushed sneered taunted thundered
    chided rebuked deadpanned cracked laughed sighed muttered mumbled bellowed drawled intoned
    opined pontificated reflected theorized surmised ventured volunteered scolded teased sniffed
    huffed jokes quips boasts brags counters jests laments muses opines put puts shot fired hit
    pushed chimed weighed read goes argue assert claim contend insist maintain warn acknowledge
    concede deny describe demand predict promise recommend urge vow interjected chanted railed
    vented hollered growled snarled crowed gloated fretted figured posited postulated demurred
    elaborated echoed concurred inquired queried texted emailed e-mailed blogged chorused hissed
    moaned groaned grumbled griped groused whined wailed stammered stuttered barked roared blurted
    interrupted gasped exhaled ad-libbed riffed lectured preached pressed prodded challenged swears
    vents rails echoes inquires tweets posts wonders worries worried exults exulted began begins
    started went finished concurs jabs jabbed lashed tore quizzed admonished branding brands blasts
    slams rips ripped hammered panned dissed trashed derides mocks accuses lambasted appealed allege
    admit announce complain conclude confirm declare explain reveal suggest caution lament emphasize
    emphasise write appeals excoriated castigated decries denounces rejects dismisses touts hails
    praises cut jumped broke nodded smiled grinned shrugged
    """)
"""Finite verbs of saying.  Some also have other senses; they count only where
quoted words stand near."""

COMPLETED = {
    "put": "it", "puts": "it", "shot": "back", "fired": "back", "hit": "back", "pushed": "back",
    "chimed": "in", "weighed": "in", "cut": "in", "jumped": "in", "broke": "in",
    "went": "on", "lashed": "out",
}  # fmt: skip
"""Verbs that are of saying only with the word after them."""

AFTER_QUOTATION_ONLY = word_set(
    "read goes laughed sighed cracked reflected volunteered began begins started finished figured "
    "pressed echoed challenged exhaled interrupted tore preached worried started nodded smiled "
    "grinned shrugged fumed"
)
"""Verbs that are of saying only right after the words that they give."""

NAMING = word_set("""
    called calls calling dubbed labeled labelled branded termed described deemed derided dismissed
    denounced blasted slammed decried condemned
    """)
"""Verbs with which one says what something is."""

INFINITIVES = word_set("""
    say declare claim call describe argue insist add warn note suggest complain tweet write ask
    tell announce denounce accuse boast label brand predict explain urge joke admit acknowledge
    concede
    """)
"""What "went on to" has after it, and "prompted him to"."""

ISSUING = word_set(
    "issued issues released releases sent posted published gave in with through made"
)
"""What goes before a document that only carries its author's words."""

CAUSING = word_set("prompted prompting led leading caused causing forced inspired moved provoked")
REFUSING = word_set("refused refuses refusing declined declines declining failed unable reluctant")
"""Verbs after which an infinitive of saying has not been said."""

USING = word_set("used uses using coined employed employs")
"""Verbs of saying with "the word" after them."""

SAYING_NOUNS = word_set("""
    remark remarks claim claims statement statements assertion assertions comment comments promise
    pledge vow accusation accusations allegation allegations warning warnings description
    contention suggestion complaint complaints criticism insistence declaration words testimony
    argument belief prediction boast denial reference characterization call calls view response
    reply answer message advice assessment explanation reaction retort plea appeal pitch motto
    conclusion question verdict telling
    """)
"""Nouns of saying: "the senator's claim that …"."""

SHOWING = word_set("show shows showed reveal indicate imply")
"""What a document does; like what people see and fear, of saying in few places."""
SEEING = word_set(
    "see sees saw view views viewed regard regards regarded refer refers treat treats treated"
)
"""What has "as" and the words after it."""
FEARING = word_set("fear fears worry expect expects expected think doubt suspect suspects hope")
BY_PEOPLE = SEEING | FEARING
PERCEIVING = SHOWING | BY_PEOPLE

PARTICIPLES = word_set("""
    adding arguing asking asserting calling cautioning citing claiming confirming declaring
    describing emphasizing emphasising explaining hoping indicating insisting joking labeling
    labelling branding dubbing accusing blasting likening comparing slamming ripping mocking
    praising blaming touting pledging alleging acknowledging admitting conceding lamenting boasting
    denying dismissing denouncing contending maintaining proclaiming recommending referring
    quipping tweeting posting concluding responding mentioning noting observing predicting
    promising quoting reading recalling remarking reiterating repeating replying reporting saying
    stating stressing suggesting telling termed underlining underscoring urging vowing warning
    writing
    """)
"""Participles of saying: their subject is that of the clause before."""

WEAK = word_set("""
    appealed appeals branding brands blasts slams rips ripped hammered panned trashed derides mocks
    accuses rejects dismisses touts hails praises denounces decries applauded attacked compared
    dismissed heralded likened spoke speaks talked agreed announced asked assessed blamed called
    charged cited considered conveyed decided denied expressed feared finds found hailed hoped
    informed instructed invoked labeled labelled offered ordered points pointed posted praised
    promised proposed reads reading referred rejected reported requested revealed ruled states
    notes reports calls claims considers thanked thought believe believed touted voiced welcomed
    wished finding calling citing quoting termed tells
    """)
"""Verbs whose words need not be a quotation of what somebody said."""

OFFICIAL_HEADS = word_set("""
    ambassador admiral adviser advisor chair chairman chairwoman chief chancellor commander
    commissioner congressman congresswoman congressperson councilor councillor deputy director
    envoy general governor judge justice king leader mayor minister premier president
    representative secretary senator sheriff speaker spokesman spokeswoman spokesperson
    superintendent
    """)
"""Heads that may be the title of somebody who is named elsewhere."""

PERSON_HEADS = OFFICIAL_HEADS | word_set("""
    activist agent aide analyst assistant attorney author boy campaigner citizen clerk colleague
    consultant correspondent critic defendant delegate demonstrator detective developer diplomat
    dissident doctor economist editor employee engineer executive expert farmer father fisherman
    friend girl guard historian immigrant informant insider inspector interpreter investigator
    journalist lawmaker lawyer legislator man manager member migrant monk mother negotiator
    neighbor neighbour nurse observer officer official operator organizer organiser owner parent
    participant passenger person physician pollster respondent republican democrat conservative
    liberal progressive evangelical surrogate loyalist pundit columnist blogger commentator
    moderator anchor host candidate nominee billionaire businessman businesswoman mogul tycoon
    rival opponent ally challenger incumbent freshman veteran spokesman operative donor adviser
    biographer policeman policewoman priest prisoner professor prosecutor protester protestor
    refugee relative reporter researcher resident scholar scientist sergeant shopkeeper soldier son
    source staffer strategist student supporter survivor teacher trader traveler traveller user
    victim villager visitor volunteer voter wife husband daughter brother sister witness woman
    worker writer
    """)

PLURALS = {
    "men": "man",
    "women": "woman",
    "people": "person",
    "policemen": "policeman",
    "spokesmen": "spokesman",
    "spokespeople": "spokesperson",
    "congressmen": "congressman",
    "fishermen": "fisherman",
    "attorneys": "attorney",
    "wives": "wife",
    "witnesses": "witness",
    "clergy": "priest",
    "staff": "staffer",
}

GROUP_HEADS = word_set("""
    allies attendees authorities both coalition crowd family media police press public sides troops
    others some many
    """)
"""Heads that name a group however they are written."""

ORGANISATION_HEADS = word_set("""
    administration agency alliance army association bank body broadcaster bureau cabinet campaign
    center centre charity club commission committee company congress corporation council court
    department delegation embassy executive firm foundation government group institute institution
    junta magazine ministry mission military navy network newspaper nonprofit office organisation
    organization outlet paper parliament party regime senate tank task-force team think-tank
    tribunal union university watchdog
    """)

DOCUMENT_HEADS = word_set(
    """
    account agreement analysis announcement article assessment bill book briefing charter
    communique communiqué complaint constitution declaration decision document draft editorial
    email e-mail factsheet filing guidance indictment investigation law letter manifesto memo
    memorandum message motion note notice opinion order paper petition post poll posting
    proclamation readout release report resolution reporting review ruling sheet sign statement
    statute story strategy study submission summary survey telegram testimony text transcript
    treaty tweet verdict website lawsuit suit banner placard poster headline caption slogan
    advertisement ad commercial dossier dispatch memoir record tape recording video footage log
    cable diary
    """
)
"""Heads of things that say: a voice of their own where no author is named."""

WORKS = word_set("""
    book film movie song show program programme series column essay novel play poem album podcast
    episode chapter documentary magazine headline titled entitled hymn anthem musical opera
    painting exhibition exhibit sitcom drama comedy ballad single memoir autobiography
    """)
"""What words in quotation marks may be the title of."""

PRONOUNS = {
    "he": "person",
    "she": "person",
    "it": "organisation",
    "they": "group",
    "i": "first",
    "we": "first",
    "who": "relative",
    "which": "relative",
    "that": "relative",
}

DETERMINERS = word_set("""
    a an the this that these those his her its their our my one two three four five six seven eight
    nine ten several some many most few other another both each any no all
    """)
INDEFINITE = word_set("a an one some several many other another any")
ORDINALS = word_set("second third fourth fifth sixth another other different separate")
"""Words that set a speaker apart from those before."""

PREPOSITIONS = word_set("""
    about above across after against along alongside amid among around as at before behind below
    between beyond by concerning despite during except following for from in including inside into
    like near of off on onto opposite outside over past per regarding since through throughout to
    toward towards under until upon via with within without
    """)

AUXILIARIES = word_set("is are was were has have had will would can could should may might must")

CONJUNCTIONS = word_set(
    "and but or nor so yet while whereas because although though if when where that which who whom "
    "whose than then as what how why"
)

FILLERS = word_set("""
    himself herself itself themselves
    also then later has have had is was were been be again earlier further still simply just once
    previously recently repeatedly reportedly reluctantly often famously long never not only
    already first finally twice always did does do would will could can may might must should
    immediately publicly privately flatly openly quickly quietly bluntly clearly specifically
    explicitly directly sharply strongly jokingly subsequently separately similarly additionally
    """)
"""Words that may stand between a subject and its verb."""

NEWS_WORDS = word_set("""
    agency broadcaster daily gazette herald journal magazine media news newspaper outlet post press
    radio television times tribune tv wire
    """)
"""Words that show an organisation to be one that reports others' words."""

TITLES = word_set("mr mrs ms miss dr sir madam madame lord lady prof rev")

ABBREVIATIONS = word_set("""
    mr mrs ms dr prof gen col lt sgt capt cmdr adm maj rev hon sen rep gov pres amb st mt no vs jr
    sr jan feb mar apr jun jul aug sept sep oct nov dec inc ltd co corp dept univ est art fig vol
    approx cf e.g i.e al etc
    """)
