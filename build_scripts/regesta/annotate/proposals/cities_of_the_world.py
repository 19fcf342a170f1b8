"""Cities, regions and waters beyond those of :mod:`.places_of_the_world`.

Origin: compiled for this project from general knowledge; it rests on no data
set.  One place a line: the name proposed, then other ways to write it, parted
by ``|``.  Columns stand side by side, parted by ``;``.
"""

from __future__ import annotations

_CITIES = """
Aachen; Aarhus; Aberdeen; Abkhazia; Acapulco; Adana; Adelaide; Aden; Adriatic; Aegean; Afrin;
Ahmedabad; Alberta; Albuquerque; Aleppo; Almaty; Alps; Alsace; Amazon River; Amazonia; Amritsar;
Anatolia; Anbar; Anchorage; Andalusia; Andes; Ann Arbor; Antalya; Antananarivo; Aqaba; Aragon;
Arctic Ocean; Arequipa; Arnhem; Asmara; Assam; Asunción; Aswan; Augsburg; Avignon; Azaz; Baiji;
Bakhmut; Bali; Bamako; Bandung; Bangalore|Bengaluru; Banja Luka; Banjul; Bari; Barranquilla;
Basel; Basra; Baton Rouge; Batumi; Bavaria; Bay of Bengal; Beersheba; Belfast; Belém; Bengal;
Benghazi; Bergamo; Bergen; Bering Sea; Berkeley; Bessarabia; Bielefeld; Bihar; Bilbao;
Birmingham; Bishkek; Bloemfontein; Bochum; Bohemia; Boise; Bologna; Bombay; Bonn; Bordeaux;
Borneo; Bosphorus; Bradford; Braga; Brazzaville; Brașov; Bremen; Brescia; Bridgeport; Brighton;
Brisbane; Bristol; British Columbia; Brittany; Brno; Bronx; Brooklyn; Bruges; Buffalo;
Bujumbura; Bulawayo; Burgas; Burgundy; Burlington; Bursa; Busan; Cairns; Calgary; Cali;
Cambridge; Cancún; Cannes; Canterbury; Cape Cod; Cape Town; Cardiff; Carpathians; Cartagena;
Caspian Sea; Castile; Catalonia; Catania; Caucasus; Cebu; Charleroi; Charleston; Charlotte;
Chattanooga; Chechnya; Chelyabinsk; Chengdu; Chennai|Madras; Chiang Mai; Chittagong; Chișinău;
Chongqing; Christchurch; Cincinnati; Ciudad Juárez; Cluj-Napoca; Coimbra; Colorado Springs;
Columbus; Conakry; Concepción; Congo River; Constanța; Cork; Cornwall; Corpus Christi; Corsica;
Cotonou; Coventry; Crete; Curitiba; Cusco; Córdoba; Da Nang; Daegu; Dagestan; Dalian; Dammam;
Danube; Dar es Salaam; Daraa; Dardanelles; Darfur; Darwin; Davao; Dayton; Debrecen; Deir ez-Zor;
Delft; Denpasar; Des Moines; Devon; Dijon; Diyarbakır; Dnieper; Dnipro; Dodoma; Donetsk;
Dortmund; Douala; Dresden; Dubrovnik; Duisburg; Duluth; Dundee; Dunedin; Durban; Durham;
Dushanbe; East China Sea; Edmonton; Eindhoven; El Paso; Elbe; English Channel; Entebbe; Erbil;
Espoo; Essen; Essex; Euphrates; Exeter; Fairbanks; Faisalabad; Fallujah; Fez; Flanders;
Florence; Fort Worth; Fortaleza; Freetown; Freiburg; Fresno; Fukuoka; Gaborone; Galicia; Galway;
Ganges; Gaziantep; Gdańsk; Gelsenkirchen; Genoa; Ghent; Giza; Glasgow; Gomel; Gothenburg;
Granada; Grand Rapids; Graz; Green Bay; Greensboro; Grenoble; Groningen; Grozny; Guadalajara;
Guangdong; Guayaquil; Gujarat; Gulf of Aden; Gulf of Oman; Göttingen; Haarlem; Haditha; Haifa;
Haiphong; Halifax; Hama; Hangzhou; Hanover; Harbin; Harlem; Hartford; Hebron; Heidelberg;
Heraklion; Herat; Himalayas; Hiroshima; Hobart; Hodeidah; Hokkaido; Hollywood; Homs; Honolulu;
Honshu; Huntsville; Huế; Hyderabad; Iași; Ibadan; Iberia; Idlib; Incheon; Indianapolis;
Indochina; Inner Mongolia; Innsbruck; Inverness; Irkutsk; Isfahan; Jacksonville; Jaffna; Jaipur;
Jalalabad; Java; Jeddah; Jenin; Jersey City; Juba; Kaduna; Kaliningrad; Kampala; Kandahar;
Kandy; Kano; Kanpur; Kansas City; Kaohsiung; Karachi; Karbala; Karelia; Karlsruhe; Kashmir;
Kassel; Katowice; Kaunas; Kawasaki; Kazan; Kent; Kerala; Khan Younis; Kharkiv; Kherson; Kiel;
Kigali; Kilimanjaro; Kirkuk; Knoxville; Kobani; Kobe; Kolkata|Calcutta; Konya; Košice;
Kraków|Krakow; Kumasi; Kunduz; Kunming; Kurdistan; Kyoto; Kyushu; Lahore; Lake Baikal; Lake
Erie; Lake Geneva; Lake Huron; Lake Ladoga; Lake Michigan; Lake Onega; Lake Ontario; Lake
Superior; Lake Victoria; Lancashire; Lapland; Laredo; Latakia; Lausanne; Le Havre; Leeds;
Leicester; Leiden; Leipzig; Leuven; Levant; Lexington; Lhasa; Libreville; Lille; Lilongwe;
Limassol; Limerick; Linköping; Linz; Little Rock; Liverpool; Liège; Loire; Lombardy; Lomé; Long
Beach; Long Island; Lorraine; Louisville; Lubbock; Lublin; Lubumbashi; Lucerne; Lucknow; Lugano;
Luhansk; Lusaka; Luxor; Lviv; Lübeck; Maastricht; Magdeburg; Maharashtra; Maiduguri; Mainz;
Malmö; Managua; Manama; Manaus; Manbij; Manchester; Manchuria; Mandalay; Manhattan; Manitoba;
Mannheim; Maputo; Maracaibo; Maribor; Mariupol; Marrakesh|Marrakech; Maseru; Mashhad; Mecca;
Medan; Medellín; Medina; Mekong; Memphis; Mesopotamia; Messina; Middlesbrough; Milwaukee;
Misrata; Mississippi River; Missouri River; Modena; Mombasa; Monrovia; Mont Blanc; Monterrey;
Montgomery; Montpellier; Moravia; Mostar; Mosul; Mount Everest; Multan; Murmansk; Málaga;
Mönchengladbach; N'Djamena; Nablus; Nagasaki; Nagorno-Karabakh; Nagoya; Nagpur; Najaf; Nanjing;
Nantes; Nashville; Naypyidaw; New Haven; New Orleans; Newark; Newcastle; Newfoundland; Niamey;
Nicosia; Niger River; Nijmegen; Nile; Nineveh; Nizhny Novgorod; Niš; Norfolk; Normandy; North
Sea; Norwich; Nottingham; Nouakchott; Nova Scotia; Novi Sad; Novosibirsk; Nuremberg; Oakland;
Oaxaca; Odense; Odesa|Odessa; Okinawa; Oklahoma City; Omaha; Omdurman; Omsk; Ontario; Oran;
Orlando; Ostrava; Ouagadougou; Oxford; Padua; Palermo; Palmyra; Palo Alto; Pamplona; Papua;
Parma; Pasadena; Patagonia; Patras; Penang; Perth; Perugia; Peshawar; Phuket; Piraeus; Pisa;
Plovdiv; Plymouth; Plzeň; Po River; Podgorica; Pomerania; Port Elizabeth; Port Said; Porto;
Porto Alegre; Portsmouth; Potsdam; Poznań; Pristina; Provence; Providence; Prussia; Puebla;
Pune; Punjab; Pyrenees; Pécs; Qamishli; Qingdao; Qom; Quebec; Quebec City; Queensland; Quetta;
Quezon City; Rafah; Rajasthan; Raleigh; Ramadi; Ramallah; Raqqa; Rawalpindi; Recife; Regensburg;
Reims; Rennes; Reykjavík; Rhine; Richmond; Rijeka; Riverside; Rochester; Rostock; Rostov-on-Don;
Rouen; Sacramento; Sahara; Saint Petersburg; Salamanca; Salt Lake City; Salvador da Bahia;
Salzburg; Samara; Samarkand; Samarra; San Antonio; San Bernardino; San Jose; San Sebastián;
Sana'a|Sanaa; Santa Barbara; Santa Fe; Santa Monica; Sapporo; Sardinia; Saskatchewan; Saskatoon;
Savannah; Saxony; Scottsdale; Seine; Sendai; Sevastopol; Seville; Sfax; Sharjah; Sheffield;
Shenyang; Shiraz; Shreveport; Sichuan; Sicily; Sidon; Siena; Silesia; Silicon Valley;
Simferopol; Sindh; Sinjar; Sirte; Sochi; South Ossetia; Southampton; Soweto; Spokane;
Springfield; Srinagar; St. Louis; St. Paul; St. Petersburg; Staten Island; Stavanger; Stockton;
Stoke-on-Trent; Strait of Gibraltar; Sulawesi; Sulaymaniyah; Sumatra; Sunderland; Surabaya;
Sussex; Suva; Suzhou; Swansea; Syracuse; Szczecin; Szeged; Tabriz; Tacoma; Taichung; Taiz; Tal
Afar; Tallahassee; Tamil Nadu; Tampa; Tampere; Tangier; Tartu; Tasmania; Tegucigalpa; Thames;
Thessaloniki; Thimphu; Tianjin; Tibet; Tigray; Tigris; Tijuana; Tikrit; Tilburg; Timbuktu;
Timișoara; Timor; Toledo; Topeka; Toulouse; Trabzon; Transylvania; Trieste; Tromsø; Trondheim;
Tucson; Tulsa; Turin; Turku; Tuscany; Tyre; Ulm; Ulster; Uppsala; Urals; Utrecht; Uttar Pradesh;
Vaduz; Valencia; Valletta; Valparaíso; Varanasi; Varna; Veracruz; Verona; Versailles; Virginia
Beach; Vistula; Vladivostok; Volga; Volgograd; Wall Street; Wallachia; Wallonia; Weimar; Wessex;
Westphalia; Wichita; Wiesbaden; Wilmington; Windhoek; Winnipeg; Winterthur; Wolverhampton;
Worcester; Wrocław; Wuppertal; Würzburg; Xi'an; Xinjiang; Yangon|Rangoon; Yangtze; Yaoundé;
Yekaterinburg; Yellow Sea; Yogyakarta; Yokohama; Yorkshire; Yunnan; Zambezi; Zanzibar;
Zaporizhzhia; Zaragoza; Ürümqi|Urumqi; İzmir|Izmir; Łódź
"""

CITIES = tuple(tuple(row.split("|")) for row in " ".join(_CITIES.split()).split("; ") if row)
"""Each a name and its variants."""
