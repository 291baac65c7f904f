/** What plan.html looks like and does; without script all changes are shown, and only the filters are missing. */
export const PLAN_STYLE = `
dl.counts{display:flex;flex-wrap:wrap;gap:.5rem;margin:1rem 0}dl.counts div{background:var(--soft);border:1px solid var(--line);border-radius:.4rem;padding:.4rem .8rem}dl.counts dt{color:var(--quiet);font-size:.85rem}dl.counts dd{margin:0;font-size:1.4rem;font-weight:600}
form{display:flex;flex-wrap:wrap;gap:.6rem;align-items:end;position:sticky;top:0;background:var(--page);padding:.6rem 0;border-bottom:1px solid var(--line);z-index:1}form[hidden]{display:none}label{display:block;font-size:.85rem;color:var(--quiet)}
select,input,button{font:inherit;color:inherit;background:var(--page);border:1px solid var(--line);border-radius:.3rem;padding:.25rem .4rem;max-width:12rem}
article{border:1px solid var(--line);border-radius:.4rem;margin:.5rem 0;content-visibility:auto;contain-intrinsic-size:auto 5.5rem;scroll-margin-top:8rem}article[hidden]{display:none}article:target{border-color:var(--link)}
summary{padding:.5rem .8rem;cursor:pointer}summary h3{display:inline;font-size:1rem}summary span{display:block;color:var(--quiet)}summary i{font-style:normal;background:var(--soft);border:1px solid var(--line);border-radius:.3rem;padding:0 .4rem;margin-right:.4rem;white-space:nowrap}
.inside{padding:0 .8rem .6rem}pre{background:var(--soft);border-radius:.4rem;padding:.5rem;white-space:pre-wrap;font-size:.85rem}pre ins,pre del{display:block;text-decoration:none}pre ins{background:var(--add)}pre del{background:var(--del)}
@media(max-width:40rem){form{position:static}body{padding:1rem}article{scroll-margin-top:1rem}th,td{padding:.3rem .2rem}}@media print{form{display:none}article{content-visibility:visible}}
`;

export const PLAN_SCRIPT = `
'use strict';
const form = document.getElementById('filters');
const cards = [...document.querySelectorAll('article.change')];
const shown = document.getElementById('shown');
const fields = [...form.elements].filter((field) => field.name);
const words = new Map();
const wordsOf = (card) => {
  let text = words.get(card);
  if (text === undefined) words.set(card, (text = card.textContent.toLowerCase()));
  return text;
};
const fits = (card) =>
  fields.every(({ name, value }) => {
    if (!value) return true;
    if (name === 'text') return value.toLowerCase().split(/\\s+/).every((word) => wordsOf(card).includes(word));
    return card.dataset[name].split('\\n').includes(value);
  });
const show = () => {
  let count = 0;
  for (const card of cards) {
    card.hidden = !fits(card);
    if (!card.hidden) count++;
  }
  shown.textContent = count + ' of ' + cards.length + ' shown';
};
const address = () => {
  const chosen = new URLSearchParams();
  for (const { name, value } of fields) if (value) chosen.set(name, value);
  return chosen.size ? '#?' + chosen : '#';
};
const follow = () => {
  const hash = location.hash.slice(1);
  if (location.hash.startsWith('#?')) {
    const chosen = new URLSearchParams(location.hash.slice(2));
    for (const field of fields) {
      field.value = chosen.get(field.name) ?? '';
      if (field.selectedIndex < 0) field.value = '';
    }
    show();
    document.getElementById('changes').scrollIntoView();
    return;
  }
  const card = hash ? document.getElementById(hash) : null;
  if (!card || !card.matches('article.change')) return;
  if (card.hidden) {
    form.reset();
    show();
  }
  const details = card.querySelector('details');
  details.open = true;
  details.querySelector('summary').focus({ preventScroll: true });
  card.scrollIntoView();
};
form.hidden = false;
form.addEventListener('input', () => {
  show();
  history.replaceState(null, '', address());
});
form.addEventListener('submit', (event) => event.preventDefault());
form.querySelector('button').addEventListener('click', () => {
  form.reset();
  show();
  history.replaceState(null, '', '#');
});
let opened = [];
addEventListener('beforeprint', () => {
  opened = cards.filter((card) => !card.hidden).map((card) => card.querySelector('details')).filter((each) => !each.open);
  for (const each of opened) each.open = true;
});
addEventListener('afterprint', () => {
  for (const each of opened) each.open = false;
});
addEventListener('hashchange', follow);
show();
follow();
// Once more when the browser has been to the target itself, which takes the focus away.
addEventListener('load', () => requestAnimationFrame(follow));
`;
