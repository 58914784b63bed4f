/** Words that have a capital, or stand where any word has one, and name nobody; in small letters. */
export const commonCapitals: ReadonlySet<string> = new Set(
  (
    'ik u i hij zij wij jij ja nee oke ok dus maar en of want als dan dat dit die deze daar hier er het de een ' +
    'nou nu toen wat wie waar hoe waarom wanneer welke kijk kunt zou zijn is was heb heeft had kan wil moet mag ' +
    'in op te bij van voor met uit aan om over naar na door zonder tot ook niet geen wel nog al we je ze me mijn ' +
    'the a an and but so if we you he she it they what who how why when where this that these those my our yes no not ' +
    'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag monday tuesday wednesday thursday friday saturday ' +
    'sunday januari februari maart april mei juni juli augustus september oktober november december january ' +
    'february march may june july august october kerst kerstmis pasen pinksteren christmas easter god jezus ' +
    'nederland nederlands nederlandse nederlander nederlanders holland europa europees europese engels engelse duits ' +
    'duitse frans franse belgie belgisch amerika amerikaans amerikaanse dutch english german french european ' +
    'ict it avg gdpr epd ecd ggz ic icu ai hbo mbo wo wmo wlz zvw vvt ghz ceo cfo cio hr hrm mt rvb rvt pdf usb sms gps tv ' +
    'vr ar bv nv nl eu pc ipad iphone app apps wifi vpn covid corona teams zoom word excel outlook google whatsapp ' +
    'skype facetime microsoft apple android windows internet dhr mevr mw dr drs prof meneer mevrouw heer dokter ' +
    'mr mrs ms sir madam interviewer respondent'
  ).split(' '),
);
