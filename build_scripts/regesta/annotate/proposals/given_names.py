"""Given names, the long list: for telling people from bodies and places.

Origin: the names borne by at least a few in every hundred thousand people of
the United States, published by the US Census Bureau after the 1990 census
(public domain), without those that are words, places or rather family names.
Lower case.
"""

from __future__ import annotations

CENSUS_NAMES = frozenset(
    """
    abbie abby abe abel abraham abram ada adah adalberto adaline adan addie adela adelaida adele
    adelia adelina adeline adell adella adelle adena adina adolfo adolph adria adriana adriane
    adrianna adrianne adrien adriene adrienne agatha agnes agnus agripina agueda agustin agustina
    aida aide aiko aileen ailene aimee aja akiko akilah alaina alaine alana alane alanna alayna
    alba alberta albertha albertina albertine alberto albina alda alden aldo alease alec alecia
    aleen aleida aleisha alejandra alejandrina alena alene alesha aleshia alesia alessandra aleta
    aletha alethea alethia alexa alexia alexis alfonso alfonzo alfreda alfredia alfredo alia alica
    alida alina aline alisa alise alisha alishia alisia alissa alita alix aliza alla allan alleen
    allegra allen allena allene allie alline allyn allyson alma almeda almeta alona alonso alonzo
    alphonse alphonso alta altagracia altha althea alton alva alvaro alvera alverta alvin alvina
    alyce alycia alysa alyse alysha alysia alyson alyssa amada amado amal amalia amberly ambrose
    amee amelia amie amiee amina amira ammie amos amparo anabel analisa anamaria anastacia andera
    andra andre andree andres andria andy anette angele angelena angelia angelic angelica angelika
    angelina angeline angelique angelita angella angelo angelyn angie angila angla anglea anh
    anibal anika anisa anisha anissa anitra anja anjanette anjelica annabel annabell annabelle
    annalee annalisa annamae annamaria annamarie anneliese annelle annemarie annett annetta annice
    annie annika annis annita annmarie antione antionette antoine antoinette anton antone
    antonetta antonette antonia antonietta antonina antwan anya apolonia ara araceli aracelis
    aracely arcelia archie ardath ardelia ardell ardella ardelle ardis ardith aretha argelia
    ariana ariane arianna arianne arica arie arielle arla arlean arleen arlen arlena arlene
    arletha arletta arlette arlie arlinda arline arlyne armand armanda armandina armando armida
    arminda arnetta arnette arnita arnoldo arnulfo aron arron artie arturo arvilla asha ashely
    ashlea ashlee ashleigh ashli ashlie ashly ashlyn ashton asley assunta astrid asuncion athena
    aubrey audie audra audrea audrey audria audrie audry augustina augustine augustus aundrea aura
    aurea aurelia aurelio aurora aurore ava avelina avery avis avril awilda ayako ayana ayanna
    ayesha azalee azucena azzie babara babette bambi bao barabara barb barbar barbera barbra bari
    barney barrie bart basil basilia bea beata beatris beatriz beau beaulah bebe becki beckie
    becky bee belen belia belinda belkis bella belle belva benedict benita benito bennie benny
    berenice berna bernadette bernadine bernarda bernardina bernardine bernardo berneice bernetta
    bernice berniece bernita bert berta bertha bertie bertram beryl bess bessie bethanie bethann
    bethany bethel betsey betsy bette bettie bettina bettyann bettye beula beulah bev beverlee
    beverley beverly bianca bibi billi billie billy billye birdie birgit blaine blake blanca
    blanch blanche blondell blossom blythe bobbi bobbie bobby bobbye bobette bok bong bonita
    bonnie bonny boris bradford bradly branda brande brandee branden brandi brandie brant breana
    breann breanna breanne bree brendan brendon brenna brent brenton bret briana brianna brianne
    brice bridget bridgett bridgette brigette brigid brigida brigitte brinda britany britney
    britni britta brittaney brittani brittanie brittany britteny brittney brittni brittny
    broderick bronwyn brook bruna brunilda bruno bryanna bryce brynn bryon bud buddy buena buffy
    buford bula bulah bunny burl byron caitlyn calandra caleb calista callie calvin camelia
    camellia cameron cami camie camila camilla camille cammie cammy candace candance candelaria
    candi candice candida candie candis candra candyce caprice cara caren carey cari caridad carie
    carin carina carisa carissa carita carlee carleen carlena carlene carletta carley carli carlie
    carline carlita carlo carlota carlotta carlton carly carlyn carma carman carmela carmelia
    carmelina carmelita carmella carmelo carmina carmine carmon carola carolann carole carolee
    carolin caroll carolyne carolynn caroyln carri carrie carrol cary caryl carylon caryn casandra
    casey casie casimira cassandra cassaundra cassey cassi cassie cassondra cassy catalina
    catarina caterina catharine catherin catherina cathern catheryn cathi cathie cathleen cathrine
    cathryn cathy catina catrice catrina cayla cecelia cecil cecila cecile cecille cecily cedric
    cedrick celena celesta celeste celestina celestine celia celina celinda celine celsa ceola
    cesar chadwick chae chana chanda chandra chanel chanell chanelle chantal chantay chante
    chantel chantell chantelle chara charis charise charissa charisse charita charla charleen
    charlena charlene charlesetta charlette charley charline charlott charlsie charlyn charmain
    charmaine charolette chas chasidy chasity chassidy chastity chau chauncey chaya chelsey
    chelsie cher chere cheree cherelle cheri cherie cherilyn cherise cherish cherly cherlyn cherri
    cherrie cherryl chery cheryle cheryll chet cheyenne chia chieko chiquita chloe chong chrissy
    christa christal christeen christel christen christena christene christi christia christiana
    christiane christie christin christinia christoper christy chrystal chun ciara cicely ciera
    cierra cinda cinderella cindi cindie cinthia cira clair clare clarence claretha claretta
    claribel clarice clarinda clarine claris clarisa clarissa clarita classie claud claude
    claudette claudie claudine claudio clay clayton clelia clemencia clement clemente clementina
    clementine clemmie cleo cleopatra cleora cleotilde cleta cletus clifford clifton clint clinton
    clora clorinda clotilde clyde codi cody colby coleen colene coletta colette colleen collen
    collene collette collin colton concepcion conception concetta concha conchita conrad constance
    consuela consuelo contessa cora coralee coralie corazon cordelia cordell cordia cordie coreen
    corene coretta corey cori corie corina corine corinna corinne corliss cornelia cornelius
    cornell corrie corrin corrina corrine corrinne cortney cory courtney coy creola cris criselda
    crissy crista cristal cristen cristi cristie cristin cristina cristine cristobal cristopher
    cristy crysta crystle cuc curt cyndi cyndy cyril cyrstal cyrus cythia dacia dagmar dagny
    dahlia daina daine daisey daisy dale dalene dalia dalila damaris damian damien damion damon
    dana danae dane danelle danette dani dania danial danica daniele daniell daniella danika
    danille danilo danita dann danna dannette dannie dannielle danny dante danuta danyel danyell
    danyelle daphine daphne dara darcel darcey darci darcie darcy darell daren daria darin dario
    darius darla darleen darlena darlene darline darnell daron darrel darrell darrick darrin
    darron darryl darwin daryl davida davina dawna dawne dayle dayna daysi deadra deana deandra
    deandre deandrea deane deangelo deann deanna deanne deb debbi debbie debbra debby debera debi
    debora debrah debroah dede dedra dee deeann deeanna deedee deedra deena deetta deidra deidre
    deirdre deja delaine delana delbert delcie delena delfina delia delicia delila delilah delinda
    delisa della delma delmar delmer delmy delois deloise delora deloras delores deloris delorse
    delpha delphia delphine delsie demarcus demetra demetria demetrice demetrius dena denae deneen
    denese denice denisha denisse denita denna dennise denny denyse deon deonna derick derrick
    deshawn desirae desiree desmond despina dessie detra devin devona devora devorah dewayne dewey
    dewitt dexter dia dian diann dianna dianne dick diedra diedre dierdre digna dimple dina dinah
    dino dinorah dion dione dionna dionne dirk divina dixie dodie dollie dolly dolores doloris
    domenic domenica dominga domingo dominic dominick dominique dominque domitila domonique dona
    donella donetta donette dong donita donn donnell donnetta donnette donnie donny donovan donte
    donya dora dorathy dorcas doreatha doreen dorene doretha dorethea doretta dori doria dorie
    dorinda dorine doris dorla dorotha dorothea dorris dortha dorthea dorthey dorthy dot dottie
    dotty douglass dovie doyle dreama drema drucilla drusilla duane dulce dulcie dung dusti dwain
    dwana dwayne dwight dyan earle earlean earleen earlene earlie earline earnestine eartha eboni
    ebonie eda edda eddy edelmira edgardo edie edison edith edmond edmund edmundo edna edra edris
    edwardo edwina edyth edythe effie efrain efren ehtel eilene ela eladia elaina elana elane
    elanor elayne elbert elda elden eldon eldora eleanora eleanore elease elene eleni elenor
    elenora elenore eleonor eleonora eleonore elfreda elfrieda elfriede elia eliana elicia elida
    elidia elijah elin elina elinor elinore elisa elisabeth elise eliseo elisha elissa eliz eliza
    elizabet elizbeth elizebeth elke ellamae ellan ellena elli ellie elliot ellsworth elly ellyn
    elma elmer elmira elmo elna elnora elodia elois eloisa eloise elouise eloy elroy elsa elsie
    elsy elton elva elvera elvia elvie elvin elvina elvira elvis elwanda elwood elyse elza ema
    emanuel emelda emelia emelina emeline emely emerald emerita emery emiko emil emile emilee
    emilia emilie emilio emmaline emmett emmie emmitt emmy emogene emory ena enda enedina eneida
    enid enoch enola enriqueta epifania erasmo erich erick ericka erika erin erinn erlene erlinda
    erline erma ermelinda erminia erna ernestina ernestine ernie errol ervin erwin eryn esmeralda
    esperanza essie esteban estefana estela estell estella estelle ester estrella etha ethel
    ethelene ethelyn ethyl etsuko etta ettie eufemia eugena eugenia eugenie eugenio eula eulah
    eulalia eun euna eunice eura eusebia eusebio eustolia evalyn evangelina evangeline evelia
    evelin evelina eveline evelyne evelynn everett everette evette evia evie evita evon evonne ewa
    exie ezekiel ezequiel ezra fabian fabiola fae fairy fallon fannie fanny farah farrah fatimah
    faustina faustino fausto faviola fawn fay faye federico felecia felica felice felicia
    felicidad felicita felicitas felipa felisa felisha ferdinand fermin fermina fern fernanda
    fernande ferne fidel fidela fidelia filiberto filomena fiona flavia fleta flo flor florance
    florencia florencio florene florentina florentino floretta floria florinda florine florrie
    flossie floy floyd fonda forrest fran francene francesca francesco franchesca francie francina
    francine francisca francoise frankie franklyn fransisca freda fredda freddie freddy frederic
    frederica fredericka fredia fredric fredrick fredricka freeda freida frida frieda fumiko
    gabriela gabriele gabriella gabrielle gail gala gale galen galina garfield garnet garret garry
    garth gaye gayla gayle gaylene gaylord gaynell gaynelle gearldine gema gemma gena genaro
    genevie genevieve genevive genia genie genna gennie genny genoveva georgann georgeann
    georgeanna georgene georgetta georgette georgiana georgiann georgianna georgianne georgie
    georgina georgine geraldine geraldo geralyn gerardo gerda geri germaine gerri gerry gertha
    gertie gertrud gertrude gertrudis gertude ghislaine gia gianna gidget gigi gil gilbert
    gilberte gilberto gilda gillian gilma ginette ginny gino giovanna gisela gisele giselle gita
    giuseppina gladis glady gladys glayds glen glenda glendora glenn glenna glennie glennis glinda
    glynda glynis golda goldie gonzalo gracia gracie graciela grady graig grayce grazyna gregg
    gregoria gregorio greta gretchen gretta gricelda grisel griselda grover guadalupe gudrun
    guillermina gus gussie gwen gwenda gwendolyn gwenn gwyn gwyneth hae hai hailey hal haley
    halina hallie hana hanh hank hannelore harlan harland harley harriett harriette harvey hassie
    hattie haydee hayley hazel heath hedwig hedy hee heide heidy heike helaine helene helga hellen
    henrietta henriette herb heriberto herlinda herma herman hermelinda hermila hermina hermine
    herminia herschel hershel herta hertha hettie hiedi hien hilaria hilario hilary hilda hilde
    hildegard hildegarde hildred hilma hipolito hiram hiroko hisako hoa hobert holli hollie hollis
    homer horace horacio hortencia hortense hortensia hosea hsiu hubert hue huey hui hulda
    humberto hung huong hwa hyacinth hye hyman hyon hyun idalia idell idella iesha ignacia ignacio
    ike ila ilana ilda ileana ileen ilene iliana illa ilona ilse iluminada ima imelda imogene ina
    indira inell ines inez inga inge ingeborg inger inocencia iola iona ione ira iraida irena iris
    irma irmgard irvin irving irwin isa isabell isabelle isadora isaiah isaias isaura isela isiah
    isidra isidro isis ismael isobel isreal issac iva ivana ivelisse ivette ivonne izetta izola
    jacalyn jacelyn jacinda jacinta jacinto jackeline jackelyn jacki jacklyn jackqueline jaclyn
    jacqualine jacque jacquelin jacqueline jacquelyn jacquelyne jacquelynn jacquetta jacqui
    jacquie jacquiline jacquline jacqulyn jada jade jadwiga jae jaimee jaimie jaleesa jalisa jama
    jamaal jamal jamar jame jamee jamel jamey jami jamika jamila jammie jana janae janay janean
    janee janeen janel janell janella janelle janene janessa janeth janett janetta janette janey
    jani janice janie janiece janina janine janis janise janita jann janna jannet jannette jannie
    janyce jaqueline jaquelyn jarod jarred jarrett jarrod jarvis jasmin jasmine jasper jaunita
    jaye jayme jaymie jayna jayne jayson jazmin jazmine jeana jeane jeanelle jeanene jeanett
    jeanetta jeanette jeanice jeanie jeanine jeanmarie jeanna jeanne jeannetta jeannette jeannie
    jeannine jed jefferey jeffery jeffie jeffry jenae jene jenee jenell jenelle jenette jeneva
    jeni jenice jenifer jeniffer jenine jenise jenna jennefer jennell jennette jenni jennie
    jenniffer jennine jenny jerald jeraldine jeramy jere jeremiah jeri jerica jerilyn jerlene
    jermaine jerold jeromy jerrell jerri jerrica jerrie jerrod jerrold jesenia jesica jess
    jessenia jessi jessia jessie jessika jestine jesusa jesusita jetta jettie jewell jillian
    jimmie jin jina jinny joana joane joanie joann joanne joannie joaquin joaquina jocelyn jodee
    jodi jodie jody joeann joella joelle joellen joesph joetta joette joey johana johanna johanne
    johna johnathan johnathon johnetta johnette johnie johnna johnnie johnsie joi joie jolanda
    joleen jolene jolie joline jolyn jolynn jona jonah jonas jonathon jonell jonelle jong joni
    jonie jonna jonnie jordon jose josef josefa josefina josefine joselyn josephina josephine
    josette josiah josie joslyn jospeh josphine josue jovan jovita joya joyce joycelyn joye juana
    juanita jude judi judie judson judy jule julee julene jules juli juliana juliane juliann
    julianna julianne julieann julienne juliet julieta julietta juliette julio julissa julius jung
    junie junior junita junko justa justina justine jutta kacey kaci kacie kacy kai kaila kaitlin
    kaitlyn kala kaleigh kaley kali kallie kalyn kam kamala kami kamilah kandace kandi kandice
    kandis kandra kandy kanesha kanisha kara karan kareem kareen karena karey kari karie karima
    karina karine karisa karissa karla karleen karlene karly karlyn karma karmen karol karole
    karolyn karon karren karri karrie karry kary karyl karyn kasandra kasey kasha kasi kasie
    kassandra kassie katelin katelyn katelynn katerine kathaleen katharina katharine katharyn
    kathe katheleen katherin katherina kathern katheryn kathey kathi kathie kathlene kathline
    kathlyn kathrin kathrine kathryne kathy kathyrn kati katia katina katlyn katrice katrina
    kattie katy kay kayce kaycee kaye kayla kaylee kayleen kayleigh kaylene kazuko kecia keely
    keena keenan keesha keiko keila keira keisha keitha keli kelle kellee kelli kellie kellye
    kelsey kelsi kelsie kelvin kemberly kena kenda kendal kendall kendra kendrick keneth kenia
    kenisha kenna kennith kenny kent kenton kenyatta kenyetta kera keren keri kermit kerri kerrie
    kerry kerstin kesha keshia keturah keva keven khadijah khalilah kia kiana kiara kiera kiersten
    kiesha kieth kiley kimber kimberely kimberlee kimberley kimberli kimberlie kimbery kimbra kimi
    kimiko kina kindra kip kira kirk kirsten kirstie kirstin kisha kittie kitty kiyoko kizzie
    kizzy klara korey kori kortney kory kourtney kraig kris krishna krissy krista kristal kristan
    kristeen kristel kristen kristian kristie kristina kristine kristle kristofer kristopher
    kristy kristyn krysta krystal krysten krystin krystina krystle krystyna kum kurtis kyla kylee
    kylie kym kymberly kyoko kyong kyra kyung lacey lachelle laci lacie lacresha lacy ladawn
    ladonna lael lahoma lai laila lajuana lakeesha lakeisha lakendra lakenya lakesha lakeshia
    lakia lakiesha lakisha lakita lala lamonica lamont lan lana lance landon lanell lanelle
    lanette lani lanie lanita lannie lanny lanora laquanda laquita lara larae laraine laree
    larhonda larisa larissa larita laronda larraine larue lasandra lashanda lashandra lashaun
    lashaunda lashawn lashawna lashawnda lashay lashell lashon lashonda lashunda lasonya latanya
    latarsha latasha latashia latesha latia laticia latisha latonia latonya latoria latosha latoya
    latoyia latrice latricia latrina latrisha launa lauralee lauran laure laureen laurel laurena
    laurence laurene lauretta laurette lauri laurice laurie laurinda laurine lauryn lavada lavenia
    lavera lavern laverna laverne laveta lavette lavina lavinia lavon lavona lavonda lavone
    lavonia lavonna lavonne lawana lawanda lawanna lawerence layla lazaro lea lean leana leandra
    leandro leann leanna leanne leanora leatha leatrice lecia leda leeann leeanna leeanne leena
    leesa leia leida leif leigh leigha leighann leila leilani leisa leisha lekisha lela lelah
    leland lelia lemuel len lena lenard lenita lenna lennie lenny lenora lenore leo leola leoma
    leona leonarda leonardo leonel leonia leonida leonie leonila leonor leonora leonore leontine
    leopoldo leora leota lera leroy les lesa lesha lesia leslee lesley lesli lessie lester leta
    letha leticia letisha letitia lettie letty levi lexie lezlie lia liana liane lianne libbie
    libby librada lida lidia lien lieselotte ligia lila lili lilia lilian liliana lilla lilli
    lillia lilliam lillian lilliana lillie lilly lily lina lindsay lindsy lindy linette ling linh
    linnea linnie lino linsey linwood lionel lisabeth lisandra lisbeth lise lisette lisha lissa
    lissette lita livia liza lizabeth lizbeth lizeth lizette lizzette lizzie logan loida lois
    loise lola lolita loma lon lona londa loni lonna lonnie lonny lora loraine loralee lore lorean
    loree loreen lorelei loren lorena lorene lorenza lorenzo loreta loretta lorette loria loriann
    lorie lorilee lorina lorinda lorine lorita lorna lorretta lorri lorriane lorrie lorrine lory
    lottie lou louann louanne louella louetta louie louisa loura lourdes lourie louvenia lovella
    lovetta lovie lowell loyce loyd luana luann luanna luanne luba luci luciana luciano lucie
    lucien lucienne lucila lucile lucilla lucille lucina lucinda lucio lucius lucrecia lucretia
    ludie ludivina lue luella luetta luigi luisa luise lula lulu lupe lupita lura lurlene lurline
    luther luvenia luz lyda lydia lyla lyle lyman lyn lynda lyndia lyndon lyndsay lyndsey lynell
    lynelle lynetta lynette lynna lynne lynnette lynsey lynwood mabel mabelle mable mac machelle
    macie mack mackenzie macy madalene madaline madalyn maddie madelaine madelene madeline madelyn
    madge madie madlyn madonna mae maegan mafalda magali magaly magan magaret magda magdalen
    magdalena magdalene magen maggie magnolia mahalia mai maia maida maile maira maire maisha
    maisie majorie makeda malcolm malcom malena malia malik malika malinda malisa malissa malka
    mallie mallory malorie malvina mamie mammie mana manda mandi mandie mandy manie manuela mao
    mara maragaret maragret maranda marcela marcelene marcelina marceline marcelino marcell
    marcella marcelle marcellus marcelo marcene marchelle marci marcia marcie marcy mardell maren
    marg margareta margarete margarett margaretta margarette margarita margarite margarito margart
    marge margene margeret margert margery marget margherita margie margit margo margorie margot
    margret margrett marguerita marguerite margurite margy marhta mari mariah mariam marian
    mariana marianela mariann marianna marianne mariano maribel maribeth marica maricela maricruz
    mariel mariela mariella marielle marietta mariette mariko marilee marilou marilu marilyn
    marilynn marina marinda maris marisa marisela marisha marisol marissa marita maritza marivel
    marjory marketta markita markus marla marlana marleen marlen marlena marlene marline marlo
    marlon marlyn marlys marna marni marnie marquerite marquetta marquis marquita marquitta marta
    marth marti martina martine marty marva marvella marvis marya maryalice maryam maryann
    maryanna maryanne marybelle marybeth maryellen maryetta maryjane maryjo marylee marylin maryln
    marylou marylouise marylyn marylynn maryrose masako matha mathew mathilda mathilde matilda
    matilde mattie maud maude maudie maura maureen mauricio maurine maurita mauro mavis maxie
    maxima maximina maximo maxine maybell maybelle maye mayme mayola mayra mazie meagan meaghan
    mechelle meda mee meg meggan meghan meghann mei mel melaine melani melany melba melda melia
    melida melina melinda melisa melissia melita mellie mellisa mellissa melodee melodi melodie
    melody melonie melony melva melvina melynda mendy mercedez meredith meri merideth meridith
    merilyn merissa merle merlene merlin merlyn merna merri merrie merrilee merrill mertie mervin
    meryl meta mia mica micaela micah micha michaela michaele michal michale micheal michel
    michele michelina micheline michell michiko mickey micki mickie miesha migdalia mignon
    miguelina mika mikaela mikel miki mikki mila milagro milagros milda mildred milford milissa
    millard millicent millie milly milo mimi min mina minda mindi mindy minerva ming minna minnie
    minta miquel mira miranda mireille mirella mireya miriam mirian mirna mirta mirtha misha missy
    misti mistie mitchel mitsue mitsuko mittie mitzi mitzie miyoko modesta modesto moira moises
    mollie molly mona monet monika monique monnie monserrate monte monty moriah mose moses moshe
    mozell mozella mozelle mui muoi muriel myesha myles myong myra myriam myrl myrle myrna myron
    myrta myrtice myrtie myrtis myrtle myung nada nadene nadia nadine naida nakesha nakia nakisha
    nakita nan nana nancee nancey nanci nancie nanette nannette nannie naoma napoleon narcisa
    natacha natalya natasha natashia nathalie nathanael nathanial nathaniel natisha natividad
    natosha neal necole ned neda nedra neida nelda nelia nelida nell nella nelle nellie nelly nena
    nenita neoma neomi nereida nerissa nery nestor neta nettie neva nga ngan ngoc nguyet nia
    nichelle nichol nichole nicholle nicki nickie nickolas nickole nicky nicol nicola nicolasa
    nicolette nicolle nida nidia niesha niki nikia nikita nikole nila nilda nilsa ninfa nisha nita
    nobuko noe noelia noella noelle noemi nohemi nola nolan noma nona norah norbert norberto
    noreen norene noriko norine norma normand nova novella nubia nydia nyla obdulia ocie octavia
    octavio oda odelia odell odette odilia odis ofelia ola olen olene oleta olevia olimpia olin
    olinda oliva ollie omer ona onie onita opal ophelia ora oralee oralia oren oretha orlando
    orpha orval ossie osvaldo oswaldo otelia otha otilia otis ouida owen ozell ozella ozie paige
    palmira pamala pamelia pamella pamila pamula pandora pansy paola parthenia particia pasquale
    pasty pat patria patrica patrice patrina patsy patti pattie patty paulene pauletta paulette
    paulina pauline paulita pearle pearlene pearlie pearline pearly peg peggie pei penelope penney
    penni pennie percy perla petra petrina petronila phebe phillis philomena phoebe phung phuong
    phylicia phylis phyliss pia piedad pilar pinkie pok polly porfirio porsha portia preston
    pricilla priscila priscilla providencia prudence pura qiana queenie quentin quiana quintin
    quinton quyen rachael rachal racheal rachele rachell rachelle racquel rae raeann raelene
    rafaela raguel raina raisa ramiro ramon ramona ramonita rana ranae randa randal randall randee
    randell randi randolph ranee raphael raquel rashad rasheeda rashida raul raye rayford raylene
    raymon raymonde raymundo rayna reanna reatha reba rebbeca rebbecca rebeca rebecka rebekah reda
    reena refugia refugio regena regenia reggie reginald regine reginia reiko reina reinaldo reita
    rema remedios remona rena renae renaldo renata renate renato renay renda rene renea renee
    renetta renita renna ressie reta retha retta reuben reva rex rey reyna reynalda reynaldo rhea
    rheba rhett rhiannon rhoda rhona rhonda ria ricarda richelle richie rickey ricki rickie ricky
    rigoberto rikki rima rina risa riva rivka robbi robbie robbin robby robbyn robena roberta robt
    robyn rocco rochel rochell rochelle rocio rod roderick rodger rodney rodolfo rodrick rogelio
    rolanda rolande rolando rolf rolland romaine roman romana romelia romeo romona rona ronda roni
    ronna ronni ronnie ronny roosevelt rory rosalba rosalee rosalia rosalie rosalina rosalind
    rosalinda rosaline rosalva rosalyn rosamaria rosamond rosana rosann rosanna rosanne rosaria
    rosario rosaura roscoe roseann roseanna roseanne roselee roselia roseline rosella roselle
    roselyn rosemarie rosena rosenda rosendo rosetta rosette rosia rosie rosina rosio rosita
    roslyn rossana rossie rosy rowena roxana roxane roxann roxanna roxanne roxie roxy royce
    rozanne rozella ruben rubi rubie rubin ruby rubye rudolf rudolph rudy rueben rufina rufus
    rupert russ russel rusty rutha ruthann ruthanne ruthe ruthie ryann sabina sabine sabra sabrina
    sacha sachiko sade sadie sadye sal salena salina sallie salome salvatore samara samatha
    samella samira sammie sammy samual sana sanda sandee sandi sandie sandy sang sanjuana
    sanjuanita sanora santina santo sarai saran sari sarina sarita sasha saturnina sau saul
    saundra savanna scarlet scarlett scot scottie scotty sebrina seema selena selene selina selma
    senaida serafina serena sergio serina serita setsuko sha shad shae shaina shakia shakira
    shakita shala shalanda shalon shalonda shameka shamika shan shana shanae shanda shandi shandra
    shaneka shanel shanell shanelle shani shanice shanika shaniqua shanita shanna shannan shanon
    shanta shantae shantay shante shantel shantell shantelle shanti shaquana shaquita shara sharan
    sharda sharee sharell sharen shari sharice sharie sharika sharilyn sharita sharla sharleen
    sharlene sharmaine sharolyn sharonda sharri sharron sharyl sharyn shasta shaun shauna shaunda
    shaunna shaunta shaunte shavon shavonda shavonne shawana shawanda shawanna shawn shawna
    shawnda shawnee shawnna shawnta shay shayla shayna shayne sheba sheena sheilah shela shelba
    shelby sheldon shelia shella shelley shelli shellie shelly shemeka shemika shena shenika
    shenita shenna shera sheree sherell sheri sherice sherie sherika sherill sherilyn sherise
    sherita sherlene sherley sherly sherlyn sherman sheron sherrell sherri sherrie sherril
    sherrill sherron sherry sherryl shery sheryl sheryll shiela shila shiloh shira shirely shirl
    shirlee shirleen shirlene shirly shizue shizuko shon shona shonda shondra shonna shonta
    shoshana shu shyla sibyl sid sidney signe sigrid silas silvana silvia sima simona simone
    simonne sina sindy siobhan sirena siu sixta slyvia socorro soila solange soledad somer sommer
    sona sondra sonja sonny sonya sook soraya sparkle stacee staci stacia stacie stacy stan starla
    stasia stefani stefania stefanie stefany steffanie stepanie stephaine stephan stephane
    stephani stephania stephany stephenie stephine stephnie sterling stevie suanne sudie sueann
    suellen suk sulema sumiko sung sunni susana susann susanna susannah susie susy suzan suzann
    suzanna suzette suzi suzie suzy svetlana sybil syble sylvester sylvie synthia syreeta tabatha
    tabetha tabitha tad tai taina taisha tajuana takako takisha talia talisha talitha tam tama
    tamala tamar tamatha tambra tameika tameka tamekia tamela tamera tamesha tami tamica tamie
    tamika tamiko tamisha tammara tammera tammi tammie tamra tana tandra tandy taneka tanesha
    tangela tania tanika tanisha tanja tanna tanya tarah taren tari tarra tarsha taryn tasha
    tashia tashina tasia tatiana tatyana taunya tawana tawanda tawanna tawna tawny tawnya tayna
    teddy teena tegan teisha telma temeka temika tempie tena tenesha tenisha tennie teodora
    teodoro teofila tequila tera tereasa terence terese teresia teresita teressa teri terica
    terina terisa terra terrance terrell terrence terresa terri terrie terrilyn tesha tess tessa
    tessie thad thaddeus thalia thanh thea theda theo theodora theola therese theresia theressa
    theron thersa thi thomasena thomasina thomasine thora thresa thu thurman thuy tia tiana tianna
    tiara tien tiera tierra tiesha tifany tiffaney tiffani tiffanie tiffiny tijuana tilda tillie
    timika timmy tinisha tisa tish tisha titus tobi tobias tobie toby toccara tod toi tomas tomasa
    tomeka tomi tomika tomiko tommie tommy tommye tomoko tona tonda tonette toni tonia tonie
    tonisha tonita tonja tonya tora tori torie torri torrie tory tosha toshia toshiko tova towanda
    toya tracee tracey traci tracie trang treasa treena trena trent trenton tresa tressa tressie
    treva trevor trey tricia trina trish trisha trista tristan troy trudi trudie trudy trula
    truman tuan tula tuyet twana twanda twanna twila twyla tyesha tyisha tynisha tyra tyree tyrell
    tyron tyrone tyson ula ulrike ulysses usha ute vada val valarie valda valene valentin
    valentina valeri valeria valery vallie valorie valrie vance vanda vanesa vanetta vania vanita
    vanna vannesa vannessa vashti vasiliki veda velda velia vella velma velva vena venessa venetta
    venita vennie veola verda verdell verdie verena vergie verla verlene verlie verline vern verna
    vernell vernetta vernia vernice vernie vernita veronika veronique versie vertie veta vicenta
    vicente vickey vicki vickie victorina vida viki vikki vilma vince vincenza vincenzo vinita
    vinnie viola violeta violette virgen virgie virgil virgilio virgina vito vivan viviana vivien
    vivienne voncile vonda vonnie wade wai waldo wally waltraud wan waneta wanetta wanita wava
    waylon wei weldon wen wendell wendi wendie wendolyn wenona wes wesley whitney wilber wilbert
    wilbur wilburn wilda wilford wilfred wilfredo wilhelmina wilhemina willa willard willena
    willene willetta willette willia willian williemae willodean willy wilma wilmer wilton windy
    winford winfred winifred winnie winnifred winona winston wonda woodrow wynell wynona xenia
    xiao xiomara xochitl xuan yadira yaeko yael yahaira yajaira yan yanira yasmin yasmine yasuko
    yelena yen yer yesenia yessenia yetta yevette ying yoko yolanda yolande yolando yolonda yon
    yoshie yoshiko youlanda yuette yuk yuki yukiko yuko yulanda yun yung yuonne yuri yuriko yvette
    yvone zachariah zachery zack zackary zada zaida zana zandra zane zelda zella zelma zena
    zenaida zenia zenobia zetta zina zita zofia zoila zola zona zonia zora zoraida zula zulema
    zulma
    """.split()
)

OTHER_NAMES = frozenset(
    """
    aamir abdel abdelaziz abdelfattah abdul-rashid abdulaziz abiy agnieszka ahmet akbar akira
    alain alasdair alastair albrecht aleksandr alexey amit anatoly anders andrzej andrés angus
    anil anwar aoife arseniy arun arvind ashok ashraf asif atal attila avigdor ayad bandar barham
    bashar beatrix benazir benigno binali björn bojan bola borut boyko burhanuddin bülent callum
    chinua ciaran declan deepak didier dieter dietrich dilma dmitry dragan dylan eamon ehud emine
    emmerson erling ewan faisal ferenc franjo frans friedrich fumio gareth gavin gebran geert
    gennady giorgio goodluck goran gottfried graeme gulbuddin gyula gérard göran günther haider
    haile hamid hamish haruki heinrich heinz hendrik hermann hiroshi horst hosni hossein ichiro
    idi imran ingvar inácio ismail istván ivo iyad jair jalal jan-peter janez jarosław javad
    jean-claude jean-luc jean-marie jean-paul jean-pierre jelena jens jeremy johannes joko jomo
    jonny juha jukka junichiro jános jürgen karim kazuo kellyanne kemal kenji khadija khalid kiran
    kjell knut kofi konrad konstantin krzysztof kwame kylian lakshmi lars laurent lech leni leonid
    luca ludwig luiz lukas lászló mahathir mahmoud manmohan marek masoud massimo mateusz mats
    matthias matti małgorzata megawati mehmet meles menachem mette mevlut miloš mladen mohammad
    moqtada moritz muammar muhammadu muqtada mwai máxima nabih naftali najib naoto narendra nasser
    nawaz ngozi niamh nicolás niels nigel nirmala nouri novak néstor oksana olof olusegun ottokar
    owain padraig paolo pascal paweł pekka pervez petro pieter piotr plamen prayut priya radovan
    rafik rahul raila rajiv ramesh rania rashid ratko recep rhys romano ruhollah rumen ruud saad
    sachin saddam salman samir sanjay sauli seamus sebastián sergey shahrukh shigeru shimon shinzo
    sigmund silvio sinead slobodan smriti sunil suresh sven ségolène søren süleyman takeshi tariq
    tarja taro tayyip thabo thaksin thierry thorbjørn tibor timo tomasz tomislav turki tzipi uhuru
    ulrich uwe viacheslav vijay viktor virat vitali vladislav walid willem wojciech wole wolfgang
    wouter yair yasser yevgeny yingluck yitzhak yoshihide yousef yoweri yulia yves zainab zbigniew
    ziad zinedine zoltán zoran zulfikar álvaro édouard élisabeth émile
    """.split()
)
"""Names common elsewhere, compiled for this project from general knowledge."""
