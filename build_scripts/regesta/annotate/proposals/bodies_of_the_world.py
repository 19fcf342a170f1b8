"""Bodies that are everywhere named without a head noun of their own.

Origin: compiled for this project from general knowledge; it rests on no data
set.  One body a line: the name proposed, then other ways to write it, parted
by ``|``.
"""

from __future__ import annotations

_INSTITUTIONS = """
White House
United Nations|UN|U.N.
European Union|EU|E.U.
NATO|North Atlantic Treaty Organization
World Health Organization
World Trade Organization
International Monetary Fund
World Bank
Congress|U.S. Congress
Senate|U.S. Senate
House of Representatives|U.S. House of Representatives
Supreme Court|U.S. Supreme Court
Pentagon
Kremlin
Interpol|INTERPOL
Europol
African Union
ASEAN
OPEC
OECD
UNESCO
UNICEF
Federal Reserve
European Commission
European Parliament
European Council
European Central Bank
Bundestag
Knesset
Duma
Hamas
Hezbollah
Politburo
Taliban
Xinhua
Associated Press
Reuters
Agence France-Presse
Bloomberg
BBC
CNN
Islamic State|ISIL|ISIS|Daesh
al-Qaeda|al Qaeda|Al-Qaeda|Al Qaeda|al-Qaida|Al-Qaida
Boko Haram
al-Shabaab|Al-Shabaab
Al-Nusra Front|Jabhat al-Nusra|al-Nusra Front|Nusra Front
Houthis
Muslim Brotherhood
Fatah
Palestinian Authority
Palestine Liberation Organization|PLO
PKK|Kurdistan Workers’ Party
YPG
Peshmerga
Syrian Democratic Forces|SDF
Free Syrian Army|FSA
Syrian Observatory for Human Rights
White Helmets
Voice of America|VOA
Bank of America
Revolutionary Guard|Revolutionary Guards|IRGC
Red Cross|International Committee of the Red Cross|ICRC
Red Crescent
Médecins Sans Frontières|Doctors Without Borders|MSF
Amnesty International
Human Rights Watch
Greenpeace
Oxfam
Save the Children
World Food Programme|World Food Program|WFP
UNHCR
UNRWA
UN Security Council|U.N. Security Council|United Nations Security Council
International Criminal Court|ICC
International Court of Justice
International Atomic Energy Agency|IAEA
Arab League
Commonwealth of Nations
European Court of Human Rights
Royal Navy
Royal Air Force|RAF
British Army
Red Army
Luftwaffe
Wehrmacht
U.S. Army|US Army
U.S. Navy|US Navy
U.S. Air Force|US Air Force
U.S. Marine Corps|Marine Corps|US Marine Corps
National Guard
Coast Guard
CENTCOM|U.S. Central Command
CIA|Central Intelligence Agency
FBI|Federal Bureau of Investigation
NSA|National Security Agency
NASA
KGB
GRU
Mossad
MI5
MI6
Scotland Yard
State Department|U.S. State Department|US State Department
Downing Street
Whitehall
Democratic Party
Liberal Democratic Party
Republican Party
Labour Party
Conservative Party
Liberal Democrats
Communist Party
Nazi Party
Social Democratic Party
Christian Democratic Union
Congress Party|Indian National Congress
African National Congress
Sinn Féin
House of Commons
House of Lords
Politburo Standing Committee
Wall Street Journal
New York Times
Washington Post
Los Angeles Times
Chicago Tribune
Boston Globe
USA Today
Financial Times
Daily Telegraph
Daily Mail
The Guardian
The Economist
Le Monde
Der Spiegel
Time Magazine
Newsweek
Rolling Stone
NBC|NBC News
CBS|CBS News
ABC News
Fox News
NPR|National Public Radio
PBS
MSNBC
ESPN
HBO
MTV
ITV
Al Jazeera
Al Arabiya
Anadolu Agency|Anadolu
TASS
Interfax
Kyodo
Yonhap
Google
Microsoft
Facebook
Twitter
YouTube
Netflix
IBM
Intel
Hewlett-Packard
Dell
Cisco
Oracle Corporation
Sony
Samsung
Nintendo
Toyota
Honda
Nissan
Volkswagen
BMW
Mercedes-Benz
General Motors
Ford Motor
Chrysler
General Electric
Boeing
Airbus
Lockheed Martin
Northrop Grumman
Raytheon
ExxonMobil|Exxon
Chevron
Royal Dutch Shell
Gazprom
Rosneft
Siemens
Philips
Nokia
Ericsson
Goldman Sachs
Morgan Stanley
JPMorgan Chase|JPMorgan
Merrill Lynch
Citigroup
Lehman Brothers
Deutsche Bank
Barclays
HSBC
UBS
Credit Suisse
Walmart|Wal-Mart
McDonald’s
Coca-Cola
PepsiCo
Procter & Gamble
Johnson & Johnson
Pfizer
Merck
Philip Morris
Disney|Walt Disney
Warner Bros.|Warner Brothers
Paramount Pictures
Universal Pictures
Columbia Pictures
20th Century Fox
EMI
Columbia Records
Capitol Records
Atlantic Records
New York Stock Exchange
Nasdaq|NASDAQ
Securities and Exchange Commission|SEC
FIFA
UEFA
NBA|National Basketball Association
NFL|National Football League
NHL|National Hockey League
Major League Baseball|MLB
NCAA
International Olympic Committee|IOC
Harvard|Harvard University
Yale|Yale University
Princeton University
Stanford University
Columbia University
Oxford University|University of Oxford
Cambridge University|University of Cambridge
Massachusetts Institute of Technology|MIT
University of California
Royal Society
British Museum
Smithsonian Institution|Smithsonian
Library of Congress
Metropolitan Opera
Carnegie Hall
Vatican
Holy See
Roman Catholic Church|Catholic Church
Church of England
"""

INSTITUTIONS = tuple(tuple(line.split("|")) for line in _INSTITUTIONS.split("\n") if line)
"""Each a name and its variants."""
