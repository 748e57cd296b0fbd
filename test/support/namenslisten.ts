/** Names in their own spelling or in scientific transcription; the romanisations are made by umschriften.ts. */

const words = (text: string): readonly string[] => text.trim().split(/\s+/);
const lines = (text: string): readonly (readonly string[])[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/,\s*/));

/** DIN 31635; "+" stands for a blank. */
export const arabisch = {
  maennlich:
    words(`Muḥammad Aḥmad Maḥmūd Ḥasan Ḥusain ʿAlī ʿUmar ʿUṯmān Ḫālid Yūsuf Ibrāhīm Ismāʿīl Sulaimān Dāwūd
    ʿAbd+ar-Raḥmān ʿAbd+Allāh ʿAbd+al-Karīm ʿAbd+al-Qādir ʿAbd+al-ʿAzīz ʿAbd+as-Salām Ǧamāl Ǧaʿfar Ġassān Ġāzī Qāsim Rāmī
    Ṣāliḥ Ḍiyāʾ Ẓāhir Ṯābit Šarīf Hišām Mušīr Bašār Zakarīyā Yaḥyā Yāsir Walīd Wisām Ṭāriq Fīṣal Fuʾād Naǧīb Nūr+ad-Dīn
    Ṣalāḥ+ad-Dīn Karīm Amīr Anwar Bilāl Hāšim Imād Luʾai Māǧid Munīr Nabīl Nāṣir Raʾfat Riyāḍ Samīr Ṣabrī Taufīq ʿAdnān`),
  weiblich: words(
    `Fāṭima ʿĀʾiša Ḫadīǧa Maryam Zainab Nūr Layla Hudā Hibat+Allāh Ǧamīla Ġāda Amīra Karīma Samīra Ḥanān Ḫulūd
    Rīm Rīmā Šaimāʾ Sumayya Yāsmīn Widād Wafāʾ Ṣafāʾ Raǧāʾ Nadʒā Nāhid Maysāʾ Luǧain Kauṯar Hāǧar Ġufrān Duʿāʾ Buṯaina Asmāʾ Āmina`.replace(
      'Nadʒā',
      'Naǧāt',
    ),
  ),
  familie:
    words(`al-Ḥasan al-Ḥusain al-Aḥmad al-Muḥammad al-ʿAlī al-Ḫaṭīb al-Ǧāsim aš-Šāmī ar-Rifāʿī an-Naǧǧār aṣ-Ṣabbāġ al-Ḥalabī
    al-ʿAbdallāh al-Ǧubūrī al-Ḥamdānī ad-Dulaimī as-Sāmarrāʾī az-Zubaidī at-Tikrītī al-Maṣrī Ḥaddād Ḫūrī Naṣr Qabbānī Šaʿbān
    Darwīš Ḥamdān Ḫalīl Sulaimān Manṣūr Ġānim Qāsim Ṣāliḥ ʿUmar Yūnus Zaidān Ibrāhīm Rašīd Šāhīn Ṭāhir Ǧabr Ǧumʿa Hāšimī
    Bū+Zaid Bin+ʿAlī Bin+Yūsuf Bin+Ṣāliḥ Marzūq Ḥammūd Ḫalaf Daḫīl Ġarīb Ḥāǧǧ Naʿīm Raḥmūn Saʿīd Šarīf Ṭāʾī Wahbī ʿĪsā`),
};

export const persisch = {
  maennlich:
    words(`Moḥammad+Reżā ʿAlī+Reżā Ḥamīd Mehdī Ḥosain Reżā Ǧavād Mortażā Moṣṭafā Amīr+Ḥosain Behrūz Bahrām Farhād Farīdūn
    Ġolām Qorbān Kāmrān Kīvān Kūroš Masʿūd Moǧtabā Nāder Navīd Parvīz Peymān Rāmīn Rostam Sīāvaš Šahrām Šāyān Sohrāb Yūnes
    Zāher Ḫosrou Ḫodādād Čangīz Hūšang Žālan Dāwūd Ṣamīm Ṣafī+ollāh Naǧīb+ollāh Ḥabīb+ollāh Raḥmat+ollāh Esmāʿīl`),
  weiblich:
    words(`Zahrā Fāṭeme Maryam Parīsā Parvāne Šīrīn Šohre Šabnam Žāle Mīnā Mahnāz Nasrīn Narges Nīlūfar Laylā Golnāz Farībā
    Farzāne Eʿẓam Ḫadīǧe Ḥamīde Čaman Bahār Ārezū Āzāde Roqayye Sakīne Soheylā Yalda Ferešte Mehrī Tahmīne`),
  familie:
    words(`Aḥmadī Moḥammadī Ḥosainī Reżāʾī Raḥmānī Karīmī Raḥīmī Ǧaʿfarī Qāsemī Ġolāmī Ḥaidarī Mūsavī Hāšemī Nūrī Šarīfī
    Šīrāzī Yūsofī Ṣādeqī Żākerī Ḫānī Ḫalīlī Čerāġī Āḏarī Bāqerī Behzādī Davūdī Ebrāhīmī Farāhānī Habībī Hazāra Ḫorāsānī
    Mīrzāʾī Moḥseni Nāṣerī Pūrʿalī Qorbānī Rostamī Sulṭānī Ṣāfī Tāǧīk Wardak Zāhedī Zamānī Žamānī Nāzarī Amīrī Yaʿqūbī`),
};

/** Ukrainian spelling, Russian spelling. */
export const ukrainisch = {
  maennlich: lines(`Олександр, Александр
    Сергій, Сергей
    Андрій, Андрей
    Дмитро, Дмитрий
    Олексій, Алексей
    Володимир, Владимир
    Михайло, Михаил
    Микола, Николай
    Юрій, Юрий
    Євген, Евгений
    Віталій, Виталий
    Ярослав, Ярослав
    Богдан, Богдан
    Ігор, Игорь
    Григорій, Григорий
    Максим, Максим
    Тарас, Тарас
    Василь, Василий
    Єгор, Егор
    Руслан, Руслан
    Вячеслав, Вячеслав
    Павло, Павел`),
  weiblich: lines(`Олена, Елена
    Тетяна, Татьяна
    Наталія, Наталия
    Ірина, Ирина
    Ольга, Ольга
    Юлія, Юлия
    Людмила, Людмила
    Світлана, Светлана
    Оксана, Оксана
    Ганна, Анна
    Катерина, Екатерина
    Жанна, Жанна
    Євгенія, Евгения
    Анастасія, Анастасия
    Галина, Галина
    Вікторія, Виктория
    Яна, Яна
    Надія, Надежда
    Любов, Любовь
    Дарʼя, Дарья`),
  familie: lines(`Шевченко, Шевченко
    Коваленко, Коваленко
    Бондаренко, Бондаренко
    Ткаченко, Ткаченко
    Кравченко, Кравченко
    Олійник, Олейник
    Шевчук, Шевчук
    Поліщук, Полищук
    Мельник, Мельник
    Лисенко, Лысенко
    Гончаренко, Гончаренко
    Захарченко, Захарченко
    Яковенко, Яковенко
    Щербак, Щербак
    Юрченко, Юрченко
    Хоменко, Хоменко
    Цимбалюк, Цымбалюк
    Журавель, Журавель
    Гаврилюк, Гаврилюк
    Петренко, Петренко
    Савченко, Савченко
    Білоус, Белоус
    Жук, Жук
    Зінченко, Зинченко
    Кузьменко, Кузьменко
    Левченко, Левченко
    Мороз, Мороз
    Назаренко, Назаренко
    Остапчук, Остапчук
    Руденко, Руденко
    Федоренко, Федоренко
    Чорний, Черный
    Іванчук, Иванчук
    Харченко, Харченко
    Дячук, Дьячук`),
};

export const tuerkisch = {
  maennlich:
    words(`Mehmet Mustafa Ahmet Ali Hüseyin Hasan İbrahim İsmail Yusuf Osman Murat Ömer Ramazan Halil Süleyman Mahmut
    Çağlar Oğuz Şahin Tuğrul Uğur Volkan Yılmaz Yiğit Barış Cem Can Cihan Doğan Eşref Fırat Gökhan Işık Özgür Rıza Selçuk Ümit Şükrü`),
  weiblich:
    words(`Ayşe Fatma Emine Hatice Zeynep Elif Meryem Şerife Zehra Sultan Hanife Merve Havva Özlem Çiğdem Gülşen Hülya
    Işıl İpek Nurgül Öznur Sevgi Songül Şengül Tuğba Ümran Yıldız Aylin Büşra Canan Dilek Esra`),
  familie:
    words(`Yılmaz Kaya Demir Şahin Çelik Yıldız Yıldırım Öztürk Aydın Özdemir Arslan Doğan Kılıç Aslan Çetin Kara Koç Kurt
    Özkan Şimşek Polat Özcan Korkmaz Çakır Erdoğan Güneş Bulut Ateş Taş Güler Işık Uçar Ağaoğlu Karakuş Çoban Tekin Yavuz Bozkurt
    Gündoğdu Keskin Öz Şen Ünal Toprak Ceylan Coşkun Avcı Bağcı`),
};

export const tigrinisch = {
  maennlich:
    words(`Täsfay Bərhanä Haylä Yoḥannəs Mikaʾel Gäbrä Ḳəflä Tämäsgän Yonas Dawit Fəṣṣum Səmʾon Abrəham Tewädros Qäṣäla
    Asmärom Mäḥari Zärʾay Filmon Robel Henok Isayas Kidanä Yəshaq Bäräkät Amanuʾel Solomon Ǧämal Mulugeta Samuʾel`),
  weiblich:
    words(`Ṣəgä Abrähät Lätäbrəhan Səlas Rahəl Saba Mäkdäs Hiwät Ṣähaytu Mäbrähtu Täbärəh Nəgəsti Selam Elsa Roza Šəwit
    Azmära Fəyori Luwam Akberät Ṣəgereda Helen Yordanos Märhawit Ambäsit`),
  familie:
    words(`Gäbrämädhin Wäldägäbrəʾel Haylämikaʾel Täklä Habtä Ogbay Asfəha Bərhanä Dästa Gäbräyäsus Ṣägay Yəbyo Zerom
    Kəfläyäsus Mäsfən Näguse Täwäldä Wäldämaryam Andämikaʾel Qəlätä Ǧəlay Fəšaha Abbay Tesfamaryam Gäbräsəlase Ḥagos Araya
    Təkabo Mälles Šumay Kahsay Ḥadgu Gärgis Ṣəgab Yəmanä Əqubay`),
};

/** One name a line, as the registers of Guinea, Mali and Senegal and those of Gambia and Sierra Leone write it. */
export const westafrikanisch = {
  maennlich: lines(`Mamadou, Mamadu, Momodou
    Ousmane, Usman, Ousman
    Abdoulaye, Abdulai, Abdoulie
    Ibrahima, Ibrahim, Ebrima
    Oumar, Omar, Umar
    Boubacar, Bubacarr, Bubakar
    Alpha, Alfa
    Souleymane, Sulayman, Suleiman
    Seydou, Seidu, Saidou
    Cheikh, Sheikh, Cheick
    Moussa, Musa
    Idrissa, Edrissa, Idrisa
    Amadou, Amadu, Ahmadou
    Lamine, Lamin
    Sékou, Seku, Sekou
    Yaya, Yahya
    Thierno, Tierno, Cherno
    Elhadj, Alhaji, El Hadj
    Kaba, Kabba
    Bakary, Bakari, Bakarry`),
  weiblich: lines(`Aïssatou, Aissatou, Isatou
    Fatoumata, Fatumata, Fatoumatta
    Mariama, Mariyama
    Kadiatou, Kadijatou, Kadiatu
    Bintou, Bintu
    Djénabou, Jenabu, Djenabou
    Hawa, Hawah
    Aminata, Aminatta
    Oumou, Umu
    Ramatoulaye, Ramatulai, Ramatoulie
    Adama, Adamah
    Néné, Neneh
    Fanta, Fantah
    Safiatou, Safiatu`),
  familie: lines(`Diallo, Jallow, Jalloh, Djalo
    Barry, Bari
    Bah, Ba
    Touré, Turay, Touray, Toure
    Camara, Kamara
    Cissé, Sesay, Ceesay, Cisse
    Traoré, Traore, Traorey
    Sow, So
    Ndiaye, Njie, N'Diaye
    Kouyaté, Kuyateh, Kouyate
    Condé, Konde, Conde
    Sylla, Sillah, Silla
    Keïta, Keita
    Soumah, Suma, Souma
    Bangoura, Bangura
    Sidibé, Sidibeh, Sidibe
    Coulibaly, Koulibaly, Kulibaly
    Diarra, Jarra, Jara
    Fofana, Fofanah
    Dramé, Drammeh, Drame
    Baldé, Baldeh, Balde
    Kanté, Kanteh, Kante
    Doumbouya, Dumbuya
    Konaté, Konateh, Konate
    Sanneh, Sané, Sane
    Diop, Jobe, Diope
    Diakité, Jakiteh, Diakite
    Dembélé, Dembele, Dembelleh`),
};
