"""Places of the general gazetteer in other languages, for texts in those.

Origin: names of territories and exemplar cities of time zones in Unicode CLDR
47, as Babel 2.18 gives them (copyright © Unicode, Inc., Unicode License v3,
https://www.unicode.org/license.txt); some cities were added for this project.
One place a line: its English name, then Chinese (simplified and traditional
parted by ``/``), Japanese, German, French, Spanish, Italian, Portuguese, where
they differ from the English one.
"""

from __future__ import annotations

from collections.abc import Iterable

_PLACES = """
Accra|阿克拉|アクラ|||Acra||Acra
Addis Ababa|亚的斯亚贝巴/阿迪斯阿貝巴|アジスアベバ|Addis Abeba|Addis-Abeba|Adís Abeba|Addis Abeba|Adis Abeba
Adelaide|阿德莱德/阿得雷德|アデレード||Adélaïde|Adelaida||
Aden|亚丁/亞丁|アデン|||Adén||Áden
Afghanistan|阿富汗|アフガニスタン|||Afganistán||Afeganistão
Albania|阿尔巴尼亚/阿爾巴尼亞|アルバニア|Albanien|Albanie|||Albânia
Algeria|阿尔及利亚/阿爾及利亞|アルジェリア|Algerien|Algérie|Argelia||Argélia
Algiers|阿尔及尔/阿爾及爾|アルジェ|Algier|Alger|Argel|Algeri|Argel
Almaty|阿拉木图/阿拉木圖|アルマトイ||Alma Ata|||
Amman|安曼|アンマン|||Ammán||Amã
Amsterdam|阿姆斯特丹|アムステルダム|||Ámsterdam||Amsterdã
Anchorage|安克雷奇/安克拉治|アンカレッジ|||||
Andorra|安道尔/安道爾|アンドラ||Andorre|||
Angola|安哥拉|アンゴラ|||||
Antananarivo|安塔那那利佛/安塔那那利弗|アンタナナリボ|||||
Antarctica|南极洲/南極洲|南極|Antarktis|Antarctique|Antártida|Antartide|Antártida
Antigua and Barbuda|安提瓜和巴布达/安地卡及巴布達|アンティグア・バーブーダ|Antigua und Barbuda|Antigua-et-Barbuda|Antigua y Barbuda|Antigua e Barbuda|Antígua e Barbuda
Argentina|阿根廷|アルゼンチン|Argentinien|Argentine|||
Armenia|亚美尼亚/亞美尼亞|アルメニア|Armenien|Arménie|||Armênia
Asmara|阿斯马拉/阿斯瑪拉|アスマラ|||||
Asunción|亚松森/亞松森|アスンシオン|||||Assunção
Athens|雅典|アテネ|Athen|Athènes|Atenas|Atene|Atenas
Auckland|奥克兰/奧克蘭|オークランド|||||
Australia|澳大利亚/澳洲|オーストラリア|Australien|Australie|||Austrália
Austria|奥地利/奧地利|オーストリア|Österreich|Autriche|||Áustria
Azerbaijan|阿塞拜疆/亞塞拜然|アゼルバイジャン|Aserbaidschan|Azerbaïdjan|Azerbaiyán|Azerbaigian|Azerbaijão
Baghdad|巴格达/巴格達|バグダッド|Bagdad|Bagdad|Bagdad||Bagdá
Bahamas|巴哈马/巴哈馬|バハマ|||||
Bahrain|巴林|バーレーン||Bahreïn|Baréin|Bahrein|Barein/Bahrein
Baku|巴库/巴庫|バクー||Bakou|Bakú||
Bamako|巴马科/巴馬科|バマコ|||||
Bangkok|曼谷|バンコク|||||
Bangladesh|孟加拉国/孟加拉|バングラデシュ|Bangladesch||Bangladés||
Banjul|班珠尔/班竹|バンジュール|||||
Barbados|巴巴多斯/巴貝多|バルバドス||Barbade/La Barbade|||
Barcelona||||Barcelone||Barcellona|
Beijing|北京|北京||Pékin|Pekín|Pechino|Pequim
Beirut|贝鲁特/貝魯特|ベイルート||Beyrouth|||Beirute
Belarus|白俄罗斯/白俄羅斯|ベラルーシ||Biélorussie|Bielorrusia|Bielorussia|Bielorrússia
Belgium|比利时/比利時|ベルギー|Belgien|Belgique|Bélgica|Belgio|Bélgica
Belgrade|贝尔格莱德/貝爾格勒|ベオグラード|Belgrad||Belgrado|Belgrado|Belgrado
Belize|伯利兹/貝里斯|ベリーズ|||Belice||
Benin|贝宁/貝南|ベナン||Bénin|Benín||
Berlin|柏林|ベルリン|||Berlín|Berlino|Berlim
Bhutan|不丹|ブータン||Bhoutan|Bután||Butão
Bishkek|比什凯克/比什凱克|ビシュケク|Bischkek|Bichkek|||
Boise|博伊西/波夕|ボイシ|||||
Bolivia|玻利维亚/玻利維亞|ボリビア|Bolivien|Bolivie|||Bolívia
Bosnia and Herzegovina|波斯尼亚和黑塞哥维那/波士尼亞與赫塞哥維納|ボスニア・ヘルツェゴビナ|Bosnien und Herzegowina|Bosnie-Herzégovine|Bosnia y Herzegovina|Bosnia ed Erzegovina|Bósnia e Herzegovina
Botswana|博茨瓦纳/波札那|ボツワナ|Botsuana||Botsuana||Botsuana
Bratislava|布拉迪斯拉发/布拉提斯拉瓦|ブラチスラバ|||||
Brazil|巴西|ブラジル|Brasilien|Brésil|Brasil|Brasile|Brasil
Brazzaville|布拉柴维尔/布拉柴維爾|ブラザビル|||||
Brisbane|布里斯班/布利斯班|ブリスベン|||||
Brunei|文莱/汶萊|ブルネイ|Brunei Darussalam||Brunéi||
Brussels|布鲁塞尔/布魯塞爾|ブリュッセル|Brüssel|Bruxelles|Bruselas|Bruxelles|Bruxelas
Bucharest|布加勒斯特|ブカレスト|Bukarest|Bucarest|Bucarest|Bucarest|Bucareste
Budapest|布达佩斯/布達佩斯|ブダペスト|||||Budapeste
Buenos Aires|布宜诺斯艾利斯/布宜諾斯艾利斯|ブエノスアイレス|||||
Bujumbura|布琼布拉/布松布拉|ブジュンブラ|||||
Bulgaria|保加利亚/保加利亞|ブルガリア|Bulgarien|Bulgarie|||Bulgária
Burkina Faso|布基纳法索/布吉納法索|ブルキナファソ|||||Burquina Faso
Burundi|布隆迪/蒲隆地|ブルンジ|||||
Busan|釜山|釜山|||||
Cabo Verde|佛得角/維德角|カーボベルデ||Cap-Vert||Capo Verde|
Cairo|开罗/開羅|カイロ|Kairo|Le Caire|El Cairo|Il Cairo|
Cambodia|柬埔寨|カンボジア|Kambodscha|Cambodge|Camboya|Cambogia|Camboja
Cameroon|喀麦隆/喀麥隆|カメルーン|Kamerun|Cameroun|Camerún|Camerun|Camarões
Canada|加拿大|カナダ|Kanada||Canadá||Canadá
Cancún|坎昆|カンクン|||||
Caracas|加拉加斯/卡拉卡斯|カラカス|||||
Casablanca|卡萨布兰卡/卡薩布蘭卡|カサブランカ|||||
Central African Republic|中非共和国/中非共和國|中央アフリカ共和国|Zentralafrikanische Republik|République centrafricaine|República Centroafricana|Repubblica Centrafricana|República Centro-Africana
Chad|乍得/查德|チャド|Tschad|Tchad||Ciad|Chade
Chengdu|成都|成都|||||
Chicago|芝加哥|シカゴ|||||
Chile|智利|チリ||Chili||Cile|
China|中国/中國|中国||Chine||Cina|
Chisinau|基希讷乌/基西紐|キシナウ|||Chisináu||
Ciudad Juárez|华雷斯城/華雷斯|シウダー・フアレス|||||
Cologne|||Köln||Colonia|Colonia|Colónia
Colombia|哥伦比亚/哥倫比亞|コロンビア|Kolumbien|Colombie|||Colômbia
Colombo|科伦坡/可倫坡|コロンボ|||||
Comoros|科摩罗/葛摩|コモロ|Komoren|Comores|Comoras|Comore|Comores
Conakry|科纳克里/柯那克里|コナクリ|||Conakri||Conacri
Copenhagen|哥本哈根|コペンハーゲン|Kopenhagen|Copenhague|Copenhague|Copenaghen|Copenhague
Costa Rica|哥斯达黎加/哥斯大黎加|コスタリカ|||||
Croatia|克罗地亚/克羅埃西亞|クロアチア|Kroatien|Croatie|Croacia|Croazia|Croácia
Cuba|古巴|キューバ|Kuba||||
Cyprus|塞浦路斯/賽普勒斯|キプロス|Zypern|Chypre|Chipre|Cipro|Chipre
Czechia|捷克|チェコ|Tschechien|Tchéquie|Chequia|Cechia|Tchéquia
Côte d’Ivoire|科特迪瓦/象牙海岸|コートジボワール||||Costa d’Avorio|Costa do Marfim
Dakar|达喀尔/達喀爾|ダカール|||||
Damascus|大马士革/大馬士革|ダマスカス|Damaskus|Damas|Damasco|Damasco|Damasco
Dar es Salaam|达累斯萨拉姆/沙蘭港|ダルエスサラーム|Daressalam||Dar es-Salam||
Darwin|达尔文/達爾文|ダーウィン|||||
Democratic Republic of the Congo|刚果/剛果|コンゴ民主共和国|Kongo-Kinshasa|Congo-Kinshasa|República Democrática del Congo||
Denmark|丹麦/丹麥|デンマーク|Dänemark|Danemark|Dinamarca|Danimarca|Dinamarca
Denver|丹佛|デンバー|||||
Detroit|底特律|デトロイト||Détroit|||
Dhaka|达卡/達卡|ダッカ|||Daca|Dacca|Dacca
Djibouti|吉布提/吉布地|ジブチ|Dschibuti||Yibuti|Gibuti|Djibuti
Dominica|多米尼克/多米尼加|ドミニカ国/ドミニカ||Dominique|||
Dominican Republic|多米尼加共和国/多明尼加共和國|ドミニカ共和国|Dominikanische Republik|République dominicaine|República Dominicana|Repubblica Dominicana|República Dominicana
Douala|杜阿拉|ドゥアラ|||Duala||
Dubai|迪拜/杜拜|ドバイ||Dubaï|Dubái||
Dublin|都柏林|ダブリン|||Dublín|Dublino|
Dushanbe|杜尚别/杜桑貝|ドゥシャンベ|Duschanbe|Douchanbé|Dusambé||Duchambe
Ecuador|厄瓜多尔/厄瓜多|エクアドル||Équateur|||Equador
Edmonton|埃德蒙顿/艾德蒙吞|エドモントン|||||
Egypt|埃及|エジプト|Ägypten|Égypte|Egipto|Egitto|Egito
El Salvador|萨尔瓦多/薩爾瓦多|エルサルバドル||Salvador|||
Equatorial Guinea|赤道几内亚/赤道幾內亞|赤道ギニア|Äquatorialguinea|Guinée équatoriale|Guinea Ecuatorial|Guinea Equatoriale|Guiné Equatorial
Eritrea|厄立特里亚/厄利垂亞|エリトリア||Érythrée|||Eritreia
Estonia|爱沙尼亚/愛沙尼亞|エストニア|Estland|Estonie|||Estônia
Eswatini|斯威士兰/史瓦帝尼|エスワティニ|||Esuatini||Essuatíni
Ethiopia|埃塞俄比亚/衣索比亞|エチオピア|Äthiopien|Éthiopie|Etiopía|Etiopia|Etiópia
Fiji|斐济/斐濟|フィジー|Fidschi|Fidji|Fiyi|Figi|
Finland|芬兰/芬蘭|フィンランド|Finnland|Finlande|Finlandia|Finlandia|Finlândia
Florence|佛罗伦萨|フィレンツェ|Florenz||Florencia|Firenze|Florença
Fortaleza|福塔雷萨/福塔力莎|フォルタレザ|||||
France|法国/法國|フランス|Frankreich||Francia|Francia|França
Frankfurt|法兰克福|フランクフルト||Francfort|Fráncfort|Francoforte|
Freetown|弗里敦/自由城|フリータウン|||||
Gabon|加蓬/加彭|ガボン|Gabun||Gabón||Gabão
Gaborone|哈博罗内/嘉柏隆里|ハボローネ|||||
Gambia|冈比亚/甘比亞|ガンビア||Gambie|||Gâmbia
Gaza|加沙/加薩|ガザ|||||
Geneva|日内瓦/日內瓦|ジュネーブ|Genf|Genève|Ginebra|Ginevra|Genebra
Georgia|格鲁吉亚/喬治亞|ジョージア|Georgien|Géorgie|||Geórgia
Germany|德国/德國|ドイツ|Deutschland|Allemagne|Alemania|Germania|Alemanha
Ghana|加纳/迦納|ガーナ|||||Gana
Greece|希腊/希臘|ギリシャ|Griechenland|Grèce|Grecia|Grecia|Grécia
Greenland|格陵兰/格陵蘭|グリーンランド|Grönland|Groenland|Groenlandia|Groenlandia|Groenlândia
Grenada|格林纳达/格瑞那達/格瑞納達|グレナダ||Grenade|||
Guam|关岛/關島|グアム|||||
Guangzhou|广州/廣州|広州|||||
Guatemala|危地马拉/瓜地馬拉|グアテマラ|||||
Guayaquil|瓜亚基尔/瓜亞基爾|グアヤキル|||||Guaiaquil
Guinea-Bissau|几内亚比绍/幾內亞比索|ギニアビサウ||Guinée-Bissau|Guinea-Bisáu||Guiné-Bissau
Guyana|圭亚那/蓋亞那|ガイアナ|||||Guiana
Haiti||ハイチ||Haïti|Haití||
Halifax|哈利法克斯/哈里法克斯|ハリファクス|||||
Hamburg|汉堡|ハンブルク||Hambourg|Hamburgo|Amburgo|Hamburgo
Hangzhou|杭州|杭州|||||
Harare|哈拉雷|ハラレ|||||
Havana|哈瓦那|ハバナ|Havanna|La Havane|La Habana|L’Avana|
Hebron|希伯伦/赫布隆|ヘブロン||Hébron|Hebrón||
Helsinki|赫尔辛基/赫爾辛基|ヘルシンキ|||||Helsinque
Hiroshima|广岛/廣島|広島|||||
Ho Chi Minh City|胡志明市|ホーチミン|Ho-Chi-Minh-Stadt|Hô-Chi-Minh-Ville|Ciudad Ho Chi Minh|Ho Chi Minh|Cidade de Ho Chi Minh
Hobart|霍巴特/荷巴特|ホバート|||||
Honduras|洪都拉斯/宏都拉斯|ホンジュラス|||||
Hong Kong|香港|中華人民共和国香港特別行政区/香港|Hongkong||||
Honolulu|檀香山|ホノルル|||Honolulú||
Hungary|匈牙利|ハンガリー|Ungarn|Hongrie|Hungría|Ungheria|Hungria
Iceland|冰岛/冰島|アイスランド|Island|Islande|Islandia|Islanda|Islândia
India|印度|インド|Indien|Inde|||Índia
Indianapolis|印第安纳波利斯/印第安那波里斯|インディアナポリス|||Indianápolis||Indianápolis
Indonesia|印度尼西亚/印尼|インドネシア|Indonesien|Indonésie|||Indonésia
Inner Mongolia|内蒙古/內蒙古||||||
Iran|伊朗|イラン|||Irán||Irã
Iraq|伊拉克|イラク|Irak|Irak|Irak||Iraque
Ireland|爱尔兰/愛爾蘭|アイルランド|Irland|Irlande|Irlanda|Irlanda|Irlanda
Irkutsk|伊尔库茨克/伊爾庫次克|イルクーツク||Irkoutsk|||
Israel|以色列|イスラエル||Israël||Israele|
Istanbul|伊斯坦布尔/伊斯坦堡|イスタンブール|||Estambul||Istambul
Italy|意大利/義大利|イタリア|Italien|Italie|Italia|Italia|Itália
Jakarta|雅加达/雅加達|ジャカルタ|||Yakarta|Giacarta|Jacarta
Jamaica|牙买加/牙買加|ジャマイカ|Jamaika|Jamaïque||Giamaica|
Japan|日本|日本||Japon|Japón|Giappone|Japão
Jerusalem|耶路撒冷|エルサレム||Jérusalem|Jerusalén|Gerusalemme|Jerusalém
Johannesburg|约翰内斯堡/約翰尼斯堡|ヨハネスブルグ|||Johannesburgo||Joanesburgo
Jordan|约旦/約旦|ヨルダン|Jordanien|Jordanie|Jordania|Giordania|Jordânia
Juba|朱巴|ジュバ||||Giuba|
Kabul|喀布尔/喀布爾|カブール||Kaboul|||Cabul
Kaliningrad|加里宁格勒/加里寧格勒|カリーニングラード|||Kaliningrado||Kaliningrado
Kampala|坎帕拉|カンパラ|||||
Karachi|卡拉奇/喀拉蚩|カラチ|Karatschi||||
Kathmandu|加德满都/加德滿都|カトマンズ||Katmandou|Katmandú||Katmandu
Kazakhstan|哈萨克斯坦/哈薩克|カザフスタン|Kasachstan||Kazajistán|Kazakistan|Cazaquistão
Kenya|肯尼亚/肯亞|ケニア|Kenia||Kenia||Quênia
Khartoum|喀土穆|ハルツーム|Khartum||Jartum|Khartum|Cartum
Kigali|基加利|キガリ|||||
Kinshasa|金沙萨/金夏沙|キンシャサ|||||
Kiribati|基里巴斯/吉里巴斯|キリバス|||||Quiribati
Kolkata|加尔各答/加爾各答|コルカタ|Kalkutta||Calcuta||Calcutá
Kosovo|科索沃|コソボ|||||
Kraków|||Krakau|Cracovie|Cracovia|Cracovia|Cracóvia
Kuala Lumpur|吉隆坡|クアラルンプール|||||
Kuwait|科威特|クウェート||Koweït|||
Kyiv|基辅/基輔|キーウ|Kiew||||
Kyoto|京都|京都|||||
Kyrgyzstan|吉尔吉斯斯坦/吉爾吉斯|キルギス|Kirgisistan|Kirghizstan|Kirguistán|Kirghizistan|Quirguistão
Lagos|拉各斯/拉哥斯|ラゴス|||||
Laos|老挝/寮國|ラオス|||||
Latvia|拉脱维亚/拉脫維亞|ラトビア|Lettland|Lettonie|Letonia|Lettonia|Letônia
Lebanon|黎巴嫩|レバノン|Libanon|Liban|Líbano|Libano|Líbano
Lesotho|莱索托/賴索托|レソト|||Lesoto||Lesoto
Liberia|利比里亚/賴比瑞亞|リベリア|||||Libéria
Libreville|利伯维尔/自由市|リーブルヴィル|||||
Libya|利比亚/利比亞|リビア|Libyen|Libye|Libia|Libia|Líbia
Liechtenstein|列支敦士登/列支敦斯登|リヒテンシュタイン|||||
Lima|利马/利馬|リマ|||||
Lisbon|里斯本|リスボン|Lissabon|Lisbonne|Lisboa|Lisbona|Lisboa
Lithuania|立陶宛|リトアニア|Litauen|Lituanie|Lituania|Lituania|Lituânia
Ljubljana|卢布尔雅那/盧比安納|リュブリャナ|||Liubliana|Lubiana|Liubliana
London|伦敦/倫敦|ロンドン||Londres|Londres|Londra|Londres
Los Angeles|洛杉矶/洛杉磯|ロサンゼルス|||Los Ángeles||
Louisville|路易斯维尔/路易斯維爾|ルイビル|||||
Luanda|罗安达/羅安達|ルアンダ|||||
Lubumbashi|卢本巴希/盧本巴希|ルブンバシ|||||
Lusaka|卢萨卡/路沙卡|ルサカ|||||
Luxembourg|卢森堡/盧森堡|ルクセンブルク|Luxemburg||Luxemburgo|Lussemburgo|Luxemburgo
Macau|澳门/澳門|マカオ|||||
Madagascar|马达加斯加/馬達加斯加|マダガスカル|Madagaskar||||
Madrid|马德里/馬德里|マドリード|||||Madri
Malawi|马拉维/馬拉威|マラウイ|||Malaui||Malaui
Malaysia|马来西亚/馬來西亞|マレーシア||Malaisie|Malasia||Malásia
Maldives|马尔代夫/馬爾地夫|モルディブ|Malediven||Maldivas|Maldive|Maldivas
Mali|马里/馬利|マリ|||||
Malta|马耳他/馬爾他|マルタ||Malte|||
Managua|马那瓜/馬拿瓜|マナグア|||||Manágua
Manaus|马瑙斯/瑪瑙斯|マナウス||Manaos|Manaos||
Manila|马尼拉/馬尼拉|マニラ||Manille|||
Maputo|马普托/馬普托|マプト|||||
Marseille|马赛|マルセイユ|||Marsella|Marsiglia|Marselha
Marshall Islands|马绍尔群岛/馬紹爾群島|マーシャル諸島|Marshallinseln|Îles Marshall|Islas Marshall|Isole Marshall|Ilhas Marshall
Maseru|马塞卢/馬賽魯|マセル|||||
Mauritania|毛里塔尼亚/茅利塔尼亞|モーリタニア|Mauretanien|Mauritanie|||Mauritânia
Mauritius|毛里求斯/模里西斯|モーリシャス||Maurice|Mauricio||Maurício
Melbourne|墨尔本/墨爾本|メルボルン|||||
Mexico|墨西哥|メキシコ|Mexiko|Mexique|México|Messico|México
Mexico City|墨西哥城/墨西哥市|メキシコシティー|Mexiko-Stadt||Ciudad de México|Città del Messico|Cidade do México
Micronesia|密克罗尼西亚/密克羅尼西亞|ミクロネシア連邦|Mikronesien|Micronésie|||Micronésia
Milan|米兰|ミラノ|Mailand||Milán|Milano|Milão
Minsk|明斯克|ミンスク|||||
Mogadishu|摩加迪沙/摩加迪休|モガディシオ|Mogadischu|Mogadiscio|Mogadiscio|Mogadiscio|Mogadíscio
Moldova|摩尔多瓦/摩爾多瓦|モルドバ|Republik Moldau|Moldavie|Moldavia|Moldavia|Moldávia
Monaco|摩纳哥/摩納哥|モナコ|||Mónaco||Mônaco
Mongolia|蒙古|モンゴル|Mongolei|Mongolie|||Mongólia
Monrovia|蒙罗维亚/蒙羅維亞|モンロビア|||||Monróvia
Montenegro|黑山/蒙特內哥羅|モンテネグロ||Monténégro|||
Monterrey|蒙特雷/蒙特瑞|モンテレイ|||||
Montevideo|蒙得维的亚/蒙特維多|モンテビデオ|||||Montevidéu
Morocco|摩洛哥|モロッコ|Marokko|Maroc|Marruecos|Marocco|Marrocos
Moscow|莫斯科|モスクワ|Moskau|Moscou|Moscú|Mosca|Moscou
Mozambique|莫桑比克/莫三比克|モザンビーク|Mosambik|||Mozambico|Moçambique
Munich|慕尼黑|ミュンヘン|München|||Monaco di Baviera|Munique
Muscat|马斯喀特/馬斯開特|マスカット|Maskat|Mascate|Mascate|Mascate|Mascate
Myanmar|缅甸/緬甸|ミャンマー|||||Mianmar
Nagasaki|长崎/長崎|長崎|||||
Nairobi|内罗毕/奈洛比|ナイロビ|||||Nairóbi
Namibia|纳米比亚/納米比亞|ナミビア||Namibie|||Namíbia
Nanjing|南京|南京|||||
Naples|那不勒斯|ナポリ|Neapel||Nápoles|Napoli|Nápoles
Nauru|瑙鲁/諾魯|ナウル|||||
Nepal|尼泊尔/尼泊爾|ネパール||Népal|||
Netherlands|荷兰/荷蘭|オランダ|Niederlande|Pays-Bas|Países Bajos|Paesi Bassi|Países Baixos
New Delhi|新德里|ニューデリー|Neu-Delhi||Nueva Delhi|Nuova Delhi|Nova Deli
New York|纽约/紐約|ニューヨーク|||Nueva York||Nova York
New Zealand|新西兰/紐西蘭|ニュージーランド|Neuseeland|Nouvelle-Zélande|Nueva Zelanda|Nuova Zelanda|Nova Zelândia
Niamey|尼亚美/尼亞美|ニアメ|||||
Nicaragua|尼加拉瓜|ニカラグア|||||Nicarágua
Nicosia|尼科西亚/尼古西亞|ニコシア|Nikosia|Nicosie|||Nicósia
Niger|尼日尔/尼日|ニジェール|||Níger||Níger
Nigeria|尼日利亚/奈及利亞|ナイジェリア|||||Nigéria
North Korea|朝鲜/北韓|北朝鮮|Nordkorea|Corée du Nord|Corea del Norte|Corea del Nord|Coreia do Norte
North Macedonia|北马其顿/北馬其頓|北マケドニア|Nordmazedonien|Macédoine du Nord|Macedonia del Norte|Macedonia del Nord|Macedônia do Norte
Norway|挪威|ノルウェー|Norwegen|Norvège|Noruega|Norvegia|Noruega
Nouakchott|努瓦克肖特/諾克少|ヌアクショット|||Nuakchot||
Novosibirsk|新西伯利亚/新西伯利亞|ノヴォシビルスク|Nowosibirsk|Novossibirsk|||
Oman|阿曼|オマーン|||Omán||Omã
Omsk|鄂木斯克|オムスク|||||
Osaka|大阪|大阪|||||
Oslo|奥斯陆/奧斯陸|オスロ|||||
Ouagadougou|瓦加杜古|ワガドゥグー|||Uagadugú||
Pakistan|巴基斯坦|パキスタン|||Pakistán||Paquistão
Palau|帕劳/帛琉|パラオ||Palaos|Palaos||
Panama|巴拿马/巴拿馬|パナマ|||Panamá||Panamá
Papua New Guinea|巴布亚新几内亚/巴布亞紐幾內亞|パプアニューギニア|Papua-Neuguinea|Papouasie-Nouvelle-Guinée|Papúa Nueva Guinea|Papua Nuova Guinea|Papua-Nova Guiné
Paraguay|巴拉圭|パラグアイ|||||Paraguai
Paris|巴黎|パリ|||París|Parigi|
Perth|珀斯/伯斯|パース|||||
Peru|秘鲁/秘魯|ペルー||Pérou|Perú|Perù|
Philippines|菲律宾/菲律賓|フィリピン|Philippinen||Filipinas|Filippine|Filipinas
Phnom Penh|金边/金邊|プノンペン|||||
Podgorica|波德戈里察/波多里察|ポドゴリツァ|||||
Poland|波兰/波蘭|ポーランド|Polen|Pologne|Polonia|Polonia|Polônia
Portugal|葡萄牙|ポルトガル||||Portogallo|
Prague|布拉格|プラハ|Prag||Praga|Praga|Praga
Puerto Rico|波多黎各|プエルトリコ||Porto Rico||Portorico|Porto Rico
Pyongyang|平壤|平壌|Pjöngjang||||
Qatar|卡塔尔/卡達|カタール|Katar||Catar||Catar
Recife|累西腓/雷西非|レシフェ|||||
Reykjavik|雷克雅未克/雷克雅維克|レイキャビク|Reyk­ja­vík||Reikiavik||
Riga|里加|リガ|||||
Riyadh|利雅得/利雅德|リヤド|Riad|Riyad|Riad|Riyad|Riade
Romania|罗马尼亚/羅馬尼亞|ルーマニア|Rumänien|Roumanie|Rumanía||Romênia
Rome|罗马/羅馬|ローマ|Rom||Roma|Roma|Roma
Russia|俄罗斯/俄羅斯|ロシア|Russland|Russie|Rusia||Rússia
Rwanda|卢旺达/盧安達|ルワンダ|Ruanda||Ruanda|Ruanda|Ruanda
Samara|萨马拉/沙馬拉|サマラ|||||
Samarkand|撒马尔罕/撒馬爾罕|サマルカンド||Samarcande|Samarcanda|Samarcanda|Samarcanda
Samoa|萨摩亚/薩摩亞|サモア|||||
San Francisco|旧金山/舊金山|サンフランシスコ|||||
San Marino|圣马力诺/聖馬利諾|サンマリノ||Saint-Marin|||
Santiago|圣地亚哥/聖地牙哥|サンチアゴ|||Santiago de Chile||
Sarajevo|萨拉热窝/塞拉耶佛|サラエボ|||||
Saudi Arabia|沙特阿拉伯/沙烏地阿拉伯|サウジアラビア|Saudi-Arabien|Arabie saoudite|Arabia Saudí|Arabia Saudita|Arábia Saudita
Senegal|塞内加尔/塞內加爾|セネガル||Sénégal|||
Seoul|首尔/首爾|ソウル||Séoul|Seúl|Seul|Seul
Serbia|塞尔维亚/塞爾維亞|セルビア|Serbien|Serbie|||Sérvia
Seville||||Séville|Sevilla|Siviglia|Sevilha
Seychelles|塞舌尔/塞席爾|セーシェル|Seychellen||||Seicheles
Shanghai|上海|上海|||Shanghái||Xangai
Shenzhen|深圳|深セン|||||
Sierra Leone|塞拉利昂/獅子山|シエラレオネ|||Sierra Leona||Serra Leoa
Simferopol|辛菲罗波尔/辛非洛浦|シンフェロポリ|||Simferópol|Sinferopoli|
Singapore|新加坡|シンガポール|Singapur|Singapour|Singapur||Singapura
Skopje|斯科普里/史高比耶|スコピエ|||Skopie||
Slovakia|斯洛伐克|スロバキア|Slowakei|Slovaquie|Eslovaquia|Slovacchia|Eslováquia
Slovenia|斯洛文尼亚/斯洛維尼亞|スロベニア|Slowenien|Slovénie|Eslovenia||Eslovênia
Sofia|索非亚/索菲亞|ソフィア|||Sofía||Sófia
Solomon Islands|所罗门群岛/索羅門群島|ソロモン諸島|Salomonen|Îles Salomon|Islas Salomón|Isole Salomone|Ilhas Salomão
Somalia|索马里/索馬利亞|ソマリア||Somalie|||Somália
South Africa|南非|南アフリカ|Südafrika|Afrique du Sud|Sudáfrica|Sudafrica|África do Sul
South Korea|韩国/南韓|韓国|Südkorea|Corée du Sud|Corea del Sur|Corea del Sud|Coreia do Sul
South Sudan|南苏丹/南蘇丹|南スーダン|Südsudan|Soudan du Sud|Sudán del Sur|Sud Sudan|Sudão do Sul
Spain|西班牙|スペイン|Spanien|Espagne|España|Spagna|Espanha
Sri Lanka|斯里兰卡/斯里蘭卡|スリランカ|||||
Stockholm|斯德哥尔摩/斯德哥爾摩|ストックホルム|||Estocolmo|Stoccolma|Estocolmo
Strasbourg|斯特拉斯堡|ストラスブール|Straßburg||Estrasburgo|Strasburgo|Estrasburgo
Sudan|苏丹/蘇丹|スーダン||Soudan|Sudán||Sudão
Suriname|苏里南/蘇利南|スリナム|||Surinam||
Sweden|瑞典|スウェーデン|Schweden|Suède|Suecia|Svezia|Suécia
Switzerland|瑞士|スイス|Schweiz|Suisse|Suiza|Svizzera|Suíça
Sydney|悉尼/雪梨|シドニー|||Sídney||
Syria|叙利亚/敘利亞|シリア|Syrien|Syrie|Siria|Siria|Síria
Taipei|台北|台北|Taipeh||Taipéi||
Taiwan|台湾/台灣|台湾||Taïwan|Taiwán||
Tajikistan|塔吉克斯坦/塔吉克|タジキスタン|Tadschikistan|Tadjikistan|Tayikistán|Tagikistan|Tadjiquistão
Tallinn|塔林|タリン|||Tallin||
Tanzania|坦桑尼亚/坦尚尼亞|タンザニア|Tansania|Tanzanie|||Tanzânia
Tashkent|塔什干|タシケント|Taschkent|Tachkent|Taskent||
Tbilisi|第比利斯|トビリシ|Tiflis|Tbilissi|Tiflis||
Tegucigalpa|特古西加尔巴/德古斯加巴|テグシガルパ|||||
Tehran|德黑兰/德黑蘭|テヘラン|Teheran|Téhéran|Teherán|Teheran|Teerã
Thailand|泰国/泰國|タイ||Thaïlande|Tailandia|Thailandia|Tailândia
The Hague|海牙|ハーグ|Den Haag|La Haye|La Haya|L'Aia|Haia
Thimphu|廷布|ティンプー|||Timbu||
Tianjin|天津|天津|||||
Tijuana|蒂华纳/提華納|ティフアナ|||||
Timor-Leste|东帝汶/東帝汶|東ティモール||Timor oriental||Timor Est|
Togo|多哥|トーゴ|||||
Tokyo|东京/東京|東京|Tokio||Tokio||Tóquio
Tonga|汤加/東加|トンガ|||||
Toronto|多伦多/多倫多|トロント|||||
Trinidad and Tobago|特立尼达和多巴哥/千里達及托巴哥|トリニダード・トバゴ|Trinidad und Tobago|Trinité-et-Tobago|Trinidad y Tobago|Trinidad e Tobago|Trinidad e Tobago
Tripoli|的黎波里|トリポリ|Tripolis||Trípoli||Trípoli
Tunis|突尼斯|チュニス|||Túnez|Tunisi|Túnis
Tunisia|突尼斯/突尼西亞|チュニジア|Tunesien|Tunisie|Túnez||Tunísia
Turin|都灵|トリノ|||Turín|Torino|Turim
Turkmenistan|土库曼斯坦/土庫曼|トルクメニスタン||Turkménistan|Turkmenistán||Turcomenistão
Tuvalu|图瓦卢/吐瓦魯|ツバル|||||
Türkiye|土耳其|トルコ|Türkei|Turquie|Turquía|Turchia|Turquia
Uganda|乌干达/烏干達|ウガンダ||Ouganda|||
Ukraine|乌克兰/烏克蘭|ウクライナ|||Ucrania|Ucraina|Ucrânia
Ulaanbaatar|乌兰巴托/烏蘭巴托|ウランバートル||Oulan-Bator|Ulán Bator|Ulan Bator|Ulan Bator
United Arab Emirates|阿拉伯联合酋长国/阿拉伯聯合大公國|アラブ首長国連邦|Vereinigte Arabische Emirate|Émirats arabes unis|Emiratos Árabes Unidos|Emirati Arabi Uniti|Emirados Árabes Unidos
United Kingdom|英国/英國|イギリス|Vereinigtes Königreich|Royaume-Uni|Reino Unido|Regno Unito|Reino Unido
United States|美国/美國|アメリカ合衆国/アメリカ/米国|Vereinigte Staaten|États-Unis|Estados Unidos|Stati Uniti|Estados Unidos
Uruguay|乌拉圭/烏拉圭|ウルグアイ|||||Uruguai
Uzbekistan|乌兹别克斯坦/烏茲別克|ウズベキスタン|Usbekistan|Ouzbékistan|Uzbekistán||Uzbequistão
Vaduz|瓦杜兹/瓦都茲|ファドゥーツ|||||
Vancouver|温哥华/溫哥華|バンクーバー|||||
Vanuatu|瓦努阿图/萬那杜|バヌアツ|||||
Vatican City|梵蒂冈/梵蒂岡|バチカン市国|Vatikanstadt|État de la Cité du Vatican|Ciudad del Vaticano|Città del Vaticano|Cidade do Vaticano
Venezuela|委内瑞拉/委內瑞拉|ベネズエラ|||||
Vienna|维也纳/維也納|ウィーン|Wien|Vienne|Viena||Viena
Vientiane|万象/永珍|ビエンチャン|||Vientián||
Vietnam|越南|ベトナム||Viêt Nam|||Vietnã
Vilnius|维尔纽斯/維爾紐斯|ヴィリニュス|||Vilna||
Vladivostok|符拉迪沃斯托克/海參崴|ウラジオストク|Wladiwostok||||
Volgograd|伏尔加格勒/伏爾加格勒|ボルゴグラード|Wolgograd||Volgogrado||Volgogrado
Warsaw|华沙/華沙|ワルシャワ|Warschau|Varsovie|Varsovia|Varsavia|Varsóvia
Washington, D.C.|华盛顿/華盛頓|ワシントン|||||
Windhoek|温得和克/溫得和克|ウィントフック|||||
Winnipeg|温尼伯/溫尼伯|ウィニペグ|||||
Wuhan|武汉/武漢|武漢|||||
Xi'an|西安|西安|||||
Yangon|仰光|ヤンゴン|Rangun|Rangoun|Yangón||Rangum
Yekaterinburg|叶卡捷琳堡/葉卡捷林堡|エカテリンブルグ|Jekaterinburg|Ekaterinbourg|Ekaterimburgo|Ekaterinburg|Ecaterimburgo
Yemen|也门/葉門|イエメン|Jemen|Yémen|||Iêmen
Yerevan|埃里温/葉里溫|エレバン|Eriwan|Erevan|Ereván||
Zagreb|萨格勒布/札格瑞布|ザグレブ||||Zagabria|
Zambia|赞比亚/尚比亞|ザンビア|Sambia|Zambie|||Zâmbia
Zimbabwe|津巴布韦/辛巴威|ジンバブエ|Simbabwe||Zimbabue||Zimbábue
Zurich|苏黎世/蘇黎世|チューリッヒ|||Zúrich|Zurigo|Zurique
Ürümqi|乌鲁木齐/烏魯木齊|ウルムチ|||||
"""  # noqa: E501 -- a row is one place

_COLUMNS = ("han", "han", "de", "fr", "es", "it", "pt")
"""The tongues (see :mod:`regesta.annotate.tongues`) of the columns."""


def _tables() -> tuple[dict[str, dict[str, tuple[str, ...]]], dict[str, frozenset[str]]]:
    names: dict[str, dict[str, tuple[str, ...]]] = {}
    tongues: dict[str, set[str]] = {}
    for line in _PLACES.strip().splitlines():
        english, *columns = line.split("|")
        for tongue, column in zip(_COLUMNS, columns, strict=True):
            for name in column.split("/"):
                if name:
                    of_place = names.setdefault(english, {})
                    of_place[tongue] = (*of_place.get(tongue, ()), name)
                    tongues.setdefault(name, set()).add(tongue)
    return names, {name: frozenset(found) for name, found in tongues.items()}


_NAMES, TONGUES = _tables()
"""``TONGUES`` gives for each such name the tongues in which it is one: “Island”
is Iceland in German alone."""


def names_in(place: str, tongues: Iterable[str]) -> tuple[str, ...]:
    """Return what *place* (its English name) is called in *tongues*, none twice."""
    known = _NAMES.get(place, {})
    return tuple(dict.fromkeys(name for tag in tongues for name in known.get(tag, ())))
