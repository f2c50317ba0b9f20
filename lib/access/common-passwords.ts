/** The most used passwords of eight characters or more, from public counts of leaked ones; runs of digits and keyboard rows are found by pattern instead. */
export const commonPasswords: ReadonlySet<string> = new Set(
  `password password1 password12 password123 password1234 passw0rd p@ssw0rd p@ssword pa$$word pass1234 passpass mypassword
iloveyou iloveyou1 iloveyou2 princess princess1 sunshine sunshine1 football football1 baseball baseball1 basketball superman
superman1 spiderman pokemon1 starwars starwars1 whatever whatever1 trustno1 jennifer michelle jessica1 jordan23 michael1 michael2
charlie1 liverpool liverpool1 chelsea1 arsenal1 barcelona realmadrid juventus manchester welcome1 welcome12 welcome123 welcome1234
letmein1 letmein123 changeme changeme1 changeme123 admin123 admin1234 administrator adminadmin root1234 toor1234 test1234 testtest
test12345 testing1 testing123 guest123 user1234 username default1 secret123 secretpassword dragon123 monkey123 shadow123 master123
butterfly chocolate chocolate1 elephant flower123 rainbow1 computer computer1 internet internet1 samsung1 samsung123 nintendo
minecraft minecraft1 minecraft123 fortnite fortnite1 roblox123 facebook facebook1 youtube1 google123 hello123 hello1234 hellohello
hello12345 goodbye1 friends1 forever1 loveyou1 lovelove lovely123 babygirl babygirl1 beautiful beautiful1 blink182 metallica
slipknot nirvana1 eminem123 linkinpark aaron431 abcd1234 abcd12345 abc12345 abc123456 abc123abc a1234567 a12345678 a123456789
1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y q1w2e3r4 q1w2e3r4t5 1qaz2wsx 1qazxsw2 qazwsxedc zaq12wsx zaq1zaq1 qwer1234 qwert123 qwert1234
qwerty12 qwerty123 qwerty1234 qwerty12345 asdf1234 asdfasdf zxcv1234 qwerqwer 123qweasd 123qwe123 123abc123 12qwaszx passwort
passwort1 hallo123 hallohallo schatz123 motdepasse azerty123 azertyui azertyuiop contraseña contrasena password! password1! p@ssw0rd1
summer2020 summer2021 summer2022 summer2023 summer2024 summer2025 summer2026 winter2020 winter2021 winter2022 winter2023 winter2024
winter2025 winter2026 spring2024 spring2025 spring2026 autumn2024 autumn2025 autumn2026 school123 student1 student123 student1234
teacher1 teacher123 teacher1234 surefoot surefoot1 surefoot123 letmeinnow opensesame mustang1 corvette mercedes ferrari1 porsche1
harley123 yankees1 steelers cowboys1 lakers24 patriots redskins broncos1 packers1 champion diamond1 scorpion jonathan christopher
alexander1 nicholas1 victoria elizabeth1 samantha danielle1 stephanie1 elizabeth christian1 qwertyqwerty iloveyou123 iloveyou! password01`.split(
    /\s+/,
  ),
);
