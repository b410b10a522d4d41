import { below, pick, type Random } from './random';

/** Everything that a made-up cable says is put together from these lists. Persons, parties and places in them do not exist. */
export const surnames = [
  'Abelard',
  'Brandreth',
  'Corvane',
  'Dunmarrow',
  'Ellingsworth',
  'Fairholt',
  'Garrowby',
  'Hathersage',
  'Ilverton',
  'Jessamy',
  'Kettlewell',
  'Lorrimer',
  'Marchbanks',
  'Netherby',
  'Osgodby',
  'Pellingham',
  'Quillan',
  'Ravensworth',
  'Selwick',
  'Tarrington',
  'Ulverscroft',
  'Vandermere',
  'Wetherfield',
  'Yarborough',
  'Zellaby',
  'Ashgrove',
  'Birkdale',
  'Colestrand',
  'Drummerhead',
  'Eastlake',
] as const;

const officials = [
  'the Minister of Works',
  'the Deputy Foreign Minister',
  'the Governor of the Central Bank',
  'the head of the customs service',
  'the Speaker of the lower house',
  'a senior adviser to the Prime Minister',
  'the mayor of the port city',
  'the chief of the harbor board',
  'the editor of the leading daily',
  'the chairman of the chamber of commerce',
  'a professor of agriculture',
  'the director of the water authority',
  'the secretary general of the farmers union',
  'the head of the election commission',
  'the chief of protocol',
  'the head of the coast guard',
] as const;

const ours = [
  'Ambassador',
  'the Charge',
  'DCM',
  'Poloff',
  'Econoff',
  'Emboffs',
  'the Consul General',
  'PolCouns',
  'EconCouns',
  'the Defense Attache',
  'the visiting delegation',
  'Conoff',
  'PAO',
  'RSO',
] as const;

const said = [
  'told',
  'assured',
  'confided to',
  'explained to',
  'complained to',
  'repeated to',
  'admitted to',
  'suggested to',
] as const;

const matters = [
  'the new tariff law',
  'the fishing agreement',
  'the grain harvest',
  'the railway project',
  'the by-election',
  'the draft budget',
  'the power plant',
  'the border commission',
  'the airport concession',
  'the land registry',
  'the textile quota',
  'the port strike',
  'the pension reform',
  'the water treaty',
  'the census',
  'the road to the northern provinces',
  'the license for the second telephone network',
  'the anti-trafficking campaign',
  'the vaccination drive',
  'the exchange program',
  'the coalition agreement',
  'the privatization of the shipyard',
] as const;

const turns = [
  'would be settled before the end of the quarter',
  'had lost the support of the smaller parties',
  'was moving slowly through the ministries',
  'could not be discussed in public at this time',
  'would need the signature of the head of government',
  'had been overtaken by events',
  'was still a matter of dispute between the provinces',
  'depended on the price of oil and on the weather',
  'would be put before parliament again',
  'had been received better than he expected',
  'was the work of a few able people',
  'would cost twice what had been announced',
  'remained popular outside the capital',
  'had divided his own party',
  'was a test of the new cabinet',
  'was closer to an end than the press believed',
] as const;

const reasons = [
  'because the opposition had asked for a delay',
  'although the figures were not yet complete',
  'if the neighbors agreed to the timetable',
  'despite the objections of the trade unions',
  'since the donors had paid the first installment',
  'as soon as the rains were over',
  'unless the courts decided otherwise',
  'now that the elections were behind them',
  'even though the press had been critical',
  'while the talks on the main agreement continued',
] as const;

const remarks = [
  'He asked that his remarks be closely held.',
  'The conversation turned to the visit planned for the spring.',
  'Local media carried the story on the front page.',
  'Contacts at other missions share this view.',
  'We have heard similar accounts from three other sources.',
  'Post will continue to follow the matter.',
  'Attendance was lower than in previous years.',
  'No date has been set for the next round.',
  'The meeting lasted ninety minutes and was cordial throughout.',
  'An interagency team will return in the autumn.',
  'The figures below are estimates and should be used with care.',
  'Full text was sent by e-mail to the desk.',
] as const;

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const subjectHeads = [
  'MINISTER OF WORKS ON',
  'AMBASSADOR DISCUSSES',
  'SCENESETTER FOR VISIT ON',
  'PARLIAMENT DEBATES',
  'NO MOVEMENT ON',
  'BUSINESS LEADERS ASK ABOUT',
  'DEMARCHE DELIVERED ON',
  'UPDATE ON',
  'OPPOSITION REJECTS',
  'GOVERNMENT ANNOUNCES',
  'DONORS MEET ON',
  'COMMENTS REQUESTED ON',
  'PRESS REACTION TO',
  'NEXT STEPS FOR',
] as const;

const subjectTails = [
  'AND WHAT IT MEANS FOR THE REGION',
  'BEFORE THE AUTUMN SESSION',
  'AFTER THE VOTE',
  'AS HARVEST BEGINS',
  'WITH AN EYE ON THE NEIGHBORS',
  'IN THE LIGHT OF THE NEW BUDGET',
  'FOLLOWING THE CABINET RESHUFFLE',
  'AND THE ROLE OF THE PROVINCES',
  'DESPITE DOUBTS IN THE CENTRAL BANK',
  'AS SEEN FROM THE PORT',
] as const;

export const headings = [
  'SUMMARY',
  'BACKGROUND',
  'COMMENT',
  'NEXT STEPS',
  'THE VIEW FROM THE PROVINCES',
  'A QUIET SESSION',
  'WHAT THE FIGURES SAY',
  'THE OPPOSITION',
  'PARTICIPANTS',
  'A LONG ROAD AHEAD',
  'TRADE AND INVESTMENT',
  'LOCAL REACTION',
] as const;

export const passings = [
  'DEPT FOR ECONOMIC OFFICE',
  'STATE PASS TO USTR',
  'DEPT PLEASE PASS TO TREASURY',
  'PASS TO AGRICULTURE',
] as const;

export const otherDocuments = [
  'LORRIMER-QUILLAN EMAIL OF 02/03/07',
  'KETTLEWELL-DESK TELCON',
  'TARRINGTON TO SELWICK E-MAIL',
  'WETHERFIELD - DESK EMAIL 14 MARCH',
] as const;

/** One sentence or two that hang together, about 150 characters, ending with a full stop. */
export function sentenceOf(random: Random): string {
  const day = `${pick(random, months)} ${below(random, 28) + 1}`;
  switch (below(random, 5)) {
    case 0:
      return `${capital(pick(random, officials))} ${pick(random, said)} ${pick(random, ours)} on ${day} that ${pick(random, matters)} ${pick(random, turns)}.`;
    case 1:
      return `On ${day}, ${pick(random, ours)} raised ${pick(random, matters)} with ${pick(random, officials)}, who replied that it ${pick(random, turns)} ${pick(random, reasons)}.`;
    case 2:
      return `${capital(pick(random, matters))} ${pick(random, turns)}, ${pick(random, officials)} said, ${pick(random, reasons)}.`;
    case 3:
      return `${pick(random, remarks)} Mr. ${pick(random, surnames)} expects some ${below(random, 90) + 10} percent of the ${below(random, 900) + 100} delegates to agree.`;
    default:
      return `Asked about ${pick(random, matters)}, ${pick(random, officials)} was frank: it ${pick(random, turns)}, and "nobody in the capital says otherwise." ${pick(random, remarks)}`;
  }
}

/** A subject in capitals, 20 to 120 characters. */
export function subjectOf(random: Random): string {
  const matter = pick(random, matters).replace(/^the /, '').toUpperCase();
  const tail = random() < 0.6 ? ` ${pick(random, subjectTails)}` : '';
  const visit = random() < 0.15 ? `, ${pick(random, months).toUpperCase()} ${below(random, 28) + 1}` : '';
  return `${pick(random, subjectHeads)} ${matter}${tail}${visit}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
