/** "3 mentions", by the rules of a language: how many forms a noun has, and how numbers are written. */
export type Forms = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;

/** The function that counts in a language: `#` in a form stands for the number, else the number comes before it. */
export function counter(lang: string): (n: number, forms: Forms) => string {
  // Made when first asked: they cost milliseconds.
  let rules: Intl.PluralRules | undefined;
  let numbers: Intl.NumberFormat | undefined;
  return (n, forms) => {
    rules ??= new Intl.PluralRules(lang);
    numbers ??= new Intl.NumberFormat(lang);
    const form = forms[rules.select(n)] ?? forms.other;
    const number = numbers.format(n);
    return form.includes("#") ? form.replace("#", number) : `${number} ${form}`;
  };
}
