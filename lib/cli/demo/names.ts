/** The two students that the README and the welcome text introduce. */
export const featuredName = 'Ada Lindqvist';
export const newcomerName = 'Noor Haddad';

export const staffNames = {
  admin: 'Robin Okafor',
  authors: ['Marguerite Delacroix', 'Hiroshi Nakamura'],
  /** The track on which the first author publishes. */
  trackOfFirstAuthor: 'mlops',
  teachers: ['Thandiwe Mokoena', 'Lars Eriksen'],
} as const;

/** Names of invented people, as varied as in a real school. */
export const studentNames: readonly string[] = [
  featuredName,
  newcomerName,
  'Mateo Rodríguez Peña',
  'Wanjiru Kamau',
  'Đặng Minh Anh',
  'Siobhán O’Rourke',
  'Łukasz Wójcik',
  'Priya Raghunathan',
  'Tomás Ferreira',
  'Zeynep Yıldız',
  'Chukwuemeka Eze',
  'Ingrid Solberg',
  'Олена Коваль',
  'Jia Hui Tan',
  'Baptiste Lefèvre',
  'Fatima Zahra Benali',
  'Kenji Watanabe',
  'Anneliese Huber',
  'Rashid Karimov',
  'Leilani Kealoha',
  'Marek Novotný',
  'Aisha Bello',
  'Giulia Moretti',
  'Sanjay Patel',
  'Hana Suzuki',
  'Dmitri Volkov',
  'Camila Quispe',
  'Elif Demir',
  'Oluwaseun Adeyemi',
  'Freya Jónsdóttir',
  '李明轩',
  'Yusuf Abdi',
  'Clara Vogt',
  'Nikos Papadopoulos',
  'Amara Diallo',
  'Jonas Berg',
  'María José Calderón',
  'Thabo Nkosi',
  'Mina Rezaei',
  'Patrick Gallagher',
  'Ayumi Kobayashi',
  'Ivana Horvat',
  'Samuel Asante',
  'Nadia Petrova',
  'Arjun Menon',
  'Lucía Fernández',
  'Emre Aydın',
  'Chloe Baptiste',
  'Bogdan Ionescu',
  'Hye-jin Park',
  'Zodwa Dlamini',
  'Pieter van den Berg',
  'Salma Mansour',
  'Juan Pablo Ortega',
  'Kateřina Svobodová',
  'Moses Otieno',
  'Élodie Girard',
  'Tariq Hussain',
  'Viktória Szabó',
  'Nguyễn Thị Lan',
  'Abebe Tesfaye',
  'Rosa Maria Conti',
  'Sunniva Haugen',
  'Kwame Boateng',
];

export const demoSeed = 'surefoot-demo';

/** The password of every account in the demo; the welcome text prints it. */
export const demoPassword = 'steady-feet-climb-higher';
