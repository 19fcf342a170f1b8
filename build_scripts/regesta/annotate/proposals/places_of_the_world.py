"""A small general gazetteer, for collections without records of their own.

Origin: compiled for this project from general knowledge; it rests on no data
set.  One place a line: the name proposed, then other ways to write it, parted
by ``|``.  It serves to propose records; nothing is asserted from it.
"""

from __future__ import annotations

from regesta.annotate.proposals.cities_of_the_world import CITIES

_COUNTRIES = """
Afghanistan
Albania
Algeria
Andorra
Angola
Antigua and Barbuda
Argentina|Argentine Republic
Armenia
Australia
Austria
Azerbaijan
Bahamas
Bahrain|Kingdom of Bahrain
Bangladesh
Barbados
Belarus
Belgium
Belize
Benin
Bhutan
Bolivia
Bosnia and Herzegovina
Botswana
Brazil
Brunei
Bulgaria
Burkina Faso
Burundi
Cabo Verde|Cape Verde
Cambodia
Cameroon
Canada
Central African Republic
Chad
Chile
China|People’s Republic of China|PRC
Colombia
Comoros
Costa Rica
Côte d’Ivoire|Ivory Coast
Croatia
Cuba
Cyprus
Czechia|Czech Republic
Democratic Republic of the Congo|DRC
Denmark|Kingdom of Denmark
Djibouti
Dominica
Dominican Republic
Ecuador
Egypt|Arab Republic of Egypt
El Salvador|Republic of El Salvador
Equatorial Guinea
Eritrea
Estonia
Eswatini
Ethiopia
Fiji
Finland
France|French Republic
Gabon
Gambia
Georgia
Germany|Federal Republic of Germany
Ghana
Greece
Grenada
Guatemala
Guinea-Bissau
Guyana
Haiti
Honduras
Hungary
Iceland
India|Republic of India
Indonesia
Iran|Islamic Republic of Iran
Iraq
Ireland|Republic of Ireland
Israel|State of Israel
Italy|Italian Republic
Jamaica
Japan
Jordan|Hashemite Kingdom of Jordan
Kazakhstan
Kenya
Kiribati
Kosovo
Kuwait
Kyrgyzstan
Laos
Latvia
Lebanon
Lesotho
Liberia
Libya
Liechtenstein
Lithuania
Luxembourg
Madagascar
Malawi
Malaysia
Maldives
Mali
Malta
Marshall Islands
Mauritania
Mauritius
Mexico|United Mexican States
Micronesia
Moldova
Monaco
Mongolia
Montenegro
Morocco|Kingdom of Morocco
Mozambique
Myanmar|Burma
Namibia
Nauru
Nepal
Netherlands|Kingdom of the Netherlands
New Zealand
Nicaragua
Niger
Nigeria
North Korea|Democratic People’s Republic of Korea|DPRK
North Macedonia
Norway
Oman
Pakistan|Islamic Republic of Pakistan
Palau
Panama
Papua New Guinea
Paraguay
Peru
Philippines|Republic of the Philippines
Poland|Republic of Poland
Portugal
Qatar|State of Qatar
Romania
Russia|Russian Federation
Rwanda
Saint Lucia
Samoa
San Marino
Saudi Arabia|Kingdom of Saudi Arabia
Senegal
Serbia
Seychelles
Sierra Leone
Singapore
Slovakia
Slovenia
Solomon Islands
Somalia
South Africa
South Korea|Republic of Korea|ROK
South Sudan
Spain
Sri Lanka
Sudan
Suriname
Sweden
Switzerland|Swiss Confederation
Syria|Syrian Arab Republic
Taiwan
Tajikistan
Tanzania
Thailand|Kingdom of Thailand
Timor-Leste
Togo
Tonga
Trinidad and Tobago
Tunisia
Türkiye|Turkey
Turkmenistan
Tuvalu
Uganda
Ukraine
United Arab Emirates|UAE
United Kingdom|UK|U.K.|United Kingdom of Great Britain and Northern Ireland
United States|United States of America|U.S.|US|USA|America
Uruguay
Uzbekistan
Vanuatu
Vatican City
Venezuela|Bolivarian Republic of Venezuela
Vietnam|Viet Nam|Socialist Republic of Vietnam
Yemen
Zambia
Zimbabwe
Hong Kong
Macau|Macao
Greenland
Puerto Rico
Guam
Gaza|Gaza Strip
West Bank
Scotland
Wales
Northern Ireland
England
"""

_CITIES = """
Abu Dhabi
Abuja
Accra
Addis Ababa
Algiers
Amman
Amsterdam
Ankara
Antwerp
Astana
Athens
Atlanta
Auckland
Baghdad
Baku
Baltimore
Bangkok
Barcelona
Beijing|Peking
Beirut
Belgrade
Berlin
Bern
Bogotá
Boston
Brasília
Bratislava
Brussels
Bucharest
Budapest
Buenos Aires
Cairo
Canberra
Caracas
Casablanca
Chicago
Chisinau
Cleveland
Cologne
Colombo
Copenhagen
Dakar
Dallas
Damascus
Davos
Denver
Detroit
Dhaka
Doha
Dubai
Dublin
Düsseldorf
Edinburgh
Frankfurt
Geneva
Guangzhou
Hamburg
Hanoi
Harare
Havana
Helsinki
Ho Chi Minh City
Houston
Islamabad
Istanbul
Jakarta
Jerusalem
Johannesburg
Kabul
Kathmandu
Khartoum
Kyiv|Kiev
Kinshasa
Kuala Lumpur
Kuwait City
Lagos
Las Vegas
Lima
Lisbon
Ljubljana
London
Los Angeles
Luanda
Lyon
Madrid
Manila
Marseille
Melbourne
Mexico City
Miami
Milan
Minneapolis
Minsk
Mogadishu
Montevideo
Montreal
Moscow
Mumbai
Munich
Muscat
Nairobi
Naples
New Delhi
New York City
Nur-Sultan
Osaka
Oslo
Ottawa
Palm Beach
Panama City
Paris
Philadelphia
Phnom Penh
Pittsburgh
Prague
Pretoria
Pyongyang
Quito
Rabat
Reykjavik
Riga
Rio de Janeiro
Riyadh
Rome
Rotterdam
San Diego
San Francisco
San José
San Salvador
Sana’a
Santiago
São Paulo
Sarajevo
Seattle
Seoul
Shanghai
Shenzhen
Skopje
Sofia
Stockholm
Strasbourg
Stuttgart
Sydney
Taipei
Tallinn
Tashkent
Tbilisi
Tehran
Tel Aviv
The Hague
Tirana
Tokyo
Toronto
Tripoli
Tunis
Ulaanbaatar
Vancouver
Venice
Vienna
Vientiane
Vilnius
Warsaw
Washington, D.C.|Washington
Wuhan
Yerevan
Zagreb
Zurich|Zürich
"""

_STATES = """
Alabama
Alaska
Arizona
Arkansas
California
Colorado
Connecticut
Delaware
Florida
Hawaii
Idaho
Illinois
Indiana
Iowa
Kansas
Kentucky
Louisiana
Maine
Maryland
Massachusetts
Michigan
Minnesota
Mississippi
Missouri
Montana
Nebraska
Nevada
New Hampshire
New Jersey
New Mexico
New York
North Carolina
North Dakota
Ohio
Oklahoma
Oregon
Pennsylvania
Rhode Island
South Carolina
South Dakota
Tennessee
Texas
Utah
Vermont
Virginia
West Virginia
Wisconsin
Wyoming
"""

_REGIONS = """
Africa
Asia
Europe
North America
South America
Latin America
Central America
Middle East
Southeast Asia
Central Asia
Western Hemisphere
Indo-Pacific
Antarctica
Arctic
Caribbean
Crimea
Balkans
Scandinavia
Siberia
Sahel
Pacific Ocean
Atlantic Ocean
Indian Ocean
Black Sea
Red Sea
Baltic Sea
Mediterranean Sea|Mediterranean
South China Sea
Taiwan Strait
Strait of Hormuz
Persian Gulf
Suez Canal
Panama Canal
"""


def _rows(block: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(line.split("|")) for line in block.split("\n") if line)


COUNTRIES_AND_STATES = frozenset(name for row in _rows(_COUNTRIES + _STATES) for name in row)
"""Names after a comma that make what stands before them a place."""

PLACES = _rows(_COUNTRIES) + _rows(_CITIES) + CITIES + _rows(_STATES) + _rows(_REGIONS)
"""Each a name and its variants."""
