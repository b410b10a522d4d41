/** Words that stand in nearly every telegram; a scanner that misreads letters misses them. */
const COMMON = new Set(
  `A ACTION AFTER ALL ALSO AMBASSADOR AMEMBASSY AN AND ANY ARE AS AT BE BEEN BEFORE BUT BY CAN CLASSIFIED COMMENT
CONFIDENTIAL COULD DEPARTMENT DEPT DID DO DRAFTED EMBASSY END FIRST FM FOR FOREIGN FROM GENERAL GOVERNMENT HAD HAS HAVE HE
HER HIS I IF IMMEDIATE IN INFO INTO IS IT ITS LIMITED MADE MAY MEETING MINISTER MORE MOST NEW NO NOT OF OFFICIAL ON ONE ONLY
OR ORIGIN OTHER OUR OUT OVER PAGE POLITICAL PRESIDENT PRIORITY RE REF REFTEL SAID SECRET SECRETARY SECSTATE SECTION SHE SHOULD
SO SOME STATE SUBJECT SUCH SUMMARY TAGS THAN THAT THE THEIR THEM THERE THESE THEY THIS TIME TO TWO U.S. UNCLAS UNCLASSIFIED
UNDER UP US USE VISIT WAS WASHDC WE WERE WHEN WHERE WHICH WHILE WHO WILL WITH WOULD YEAR YOU`.split(/\s+/),
);

/**
 * How much of a text was read well, to compare two readings of one page: each common word counts, and each mixture of letters, digits and
 * signs that no word has counts against it. Linear.
 */
export function wordScore(text: string): number {
  let score = 0;
  for (const token of text.split(/\s+/)) {
    const word = token.replace(/^[("'[]+|[)"'\],.;:?!]+$/g, '');
    if (COMMON.has(word.toUpperCase())) score += 1;
    else if (word === '' ? token !== '' : isOdd(word)) score -= 0.5;
  }
  return score;
}

function isOdd(word: string): boolean {
  if (/^[-_=*.]+$/.test(word)) return false;
  if (/[~^{}|\\<>•§¤«»_]/.test(word)) return true;
  if (MISREAD_DIGITS.test(word)) return true;
  return /[A-Za-z]\d[A-Za-z]|[a-z][A-Z]{2}|[A-Z]{2}[a-z][A-Z]|[.,;:!'"]{2}|[A-Za-z][.,;:!][A-Za-z]{3}/.test(
    word,
  );
}

/** Digits with a letter among them that looks like one: `00O12`, `24l550Z`. Ids have more letters between their digits. */
const MISREAD_DIGITS = /\d[A-Za-z]{1,2}\d|^#?[OIl]\d{2}/;
