// To, Cc or Bcc: chips with one input among them, and who may be meant under it. What is typed becomes chips at Enter, comma,
// semicolon, Tab and on leaving.
import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useCallback,
  useEffect,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Suggestion } from '../../../electron/contract/model/people';
import { call } from '../../api';
import { useStrings } from '../../strings/words';
import { type ChipAction, RecipientChip } from './recipient-chip';
import classes from './recipient-field.module.css';
import { type Chip, chipKey, readRecipients } from './recipients';
import { doubtWords } from './recipients/doubt-words';
import type { Family, FieldName } from './recipients/family';
import { FieldHelp } from './recipients/field-help';
import type { FieldContent } from './recipients/field-state';
import { FloatingCard } from './recipients/floating-card';
import { doubtOf, knownPeople, meantBy, preparePeople, type Sender } from './recipients/known-people';
import { optionId, SuggestionList } from './recipients/suggestion-list';
import { useChipDrop } from './recipients/use-chip-drop';
import { bestFor, useSuggestions } from './recipients/use-suggestions';
import { WINDOW } from './recipients/window';
import { useRecipients } from './use-recipients';

export type RecipientFieldHandle = { readonly focus: () => void };

type Props = {
  readonly ref?: Ref<RecipientFieldHandle>;
  readonly name: FieldName;
  readonly family: Family;
  readonly label: string;
  /** Whom it is written from: their people come first. Keeps its identity. */
  readonly sender: () => Sender;
  readonly initial: FieldContent;
  /** Told of everything in the field, what is being typed included: nothing typed is lost. Keeps its identity. */
  readonly onChange: (content: FieldContent) => void;
  /** What is wrong with the field as a whole. */
  readonly problem?: string | null;
  /** A quiet word below it while it is in use. */
  readonly note?: string;
  readonly after?: ReactNode;
};

/** More chips than this show names only; the address is told on hover. */
const ROOMY = 6;
/** Chips beyond this many are folded away while the field is not in use. */
const SHOWN = 12;
/** ms after which people are brought to hand for a field that was only gone to: never in the way of the first picture. */
const SOON = 1500;

export function RecipientField(props: Props) {
  const { ref, name, family, label, sender, initial, onChange, problem = null, note, after } = props;
  const strings = useStrings();
  const { compose, people } = strings;
  const [isInUse, setInUse] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [helpId, listId] = [useId(), useId()];
  const recipients = useRecipients({ name, family, initial, onChange }, box, input);
  const { field, put, replace } = recipients;
  const [card, setCard] = useState<number | null>(null);
  const { onAction: actOn } = recipients;
  const onAction = useCallback(
    (action: ChipAction, index: number) => {
      setCard(action === 'card' ? index : null);
      actOn(action, index);
    },
    [actOn],
  );
  const shownCard = card === null ? undefined : field.chips[card];
  const known = knownPeople.use();
  const [isPrepared, setPrepared] = useState(false);
  const offered = useSuggestions(isInUse ? field.text : '', sender, family, isInUse && isPrepared);
  const drop = useChipDrop(name, family);
  useImperativeHandle(ref, () => ({ focus: () => input.current?.focus() }), []);
  // All of them, the ones that are not drawn too.
  const doubts = useMemo(
    () =>
      field.chips.flatMap((chip) => {
        const doubt = doubtOf(chip, known);
        return doubt === null ? [] : [{ chip, doubt }];
      }),
    [field.chips, known],
  );
  const wordsOf = useMemo(
    () => new Map<Chip, string>(doubts.map(({ chip, doubt }) => [chip, doubtWords(strings, doubt)])),
    [doubts, strings],
  );
  const [lookedAt, setLookedAt] = useState<string | null>(null);
  const isTyping = isInUse && field.text !== '';
  useEffect(() => {
    if (!isInUse) return;
    const timer = setTimeout(() => void preparePeople(sender().accountId).then(() => setPrepared(true)), isTyping ? 0 : SOON);
    return () => clearTimeout(timer);
  }, [isInUse, isTyping, sender]);

  // In a long list the place where one types stays in sight.
  useEffect(() => {
    if (document.activeElement === input.current && field.chips.length > ROOMY) input.current?.scrollIntoView({ block: 'nearest' });
  }, [field.chips.length]);

  const choose = (one: Suggestion): void => {
    void chipOf(one).then((chip) => chip !== null && put([chip]));
  };
  /** Enter came before the answer: what was typed stands there at once, and who was meant takes its place when that is known. */
  const chooseSoon = async (text: string): Promise<void> => {
    const [typed, ...more] = readRecipients(text);
    recipients.take(text);
    if (typed === undefined || more.length > 0) return;
    const best = await bestFor(text, sender(), family);
    const chip = best === null ? null : await chipOf(best);
    if (chip !== null) replace(new Map([[chipKey(typed), chip]]));
  };
  const isOpen = isInUse && offered.items.length > 0;
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const doubted = doubts.find(({ chip, doubt }) => meantBy(chip, doubt) !== null);
    const meant = doubted === undefined ? null : meantBy(doubted.chip, doubted.doubt);
    if (event.key === 'Enter' && event.altKey && doubted !== undefined && meant !== null)
      replace(new Map([[chipKey(doubted.chip), meant]]));
    else if (event.key === 'Enter' && offered.isComing && !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey)
      void chooseSoon(field.text);
    else if (!isOpen || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return recipients.onKeyDown(event);
    else if (event.key === 'ArrowDown') offered.move(1);
    else if (event.key === 'ArrowUp') offered.move(-1);
    else if (event.key === 'Escape') offered.close();
    else if (event.key === 'Enter' || event.key === 'Tab') {
      const chosen = offered.chosen();
      if (chosen === null) return recipients.onKeyDown(event);
      choose(chosen);
    } else return recipients.onKeyDown(event);
    event.preventDefault();
    event.stopPropagation();
  };

  const isFolded = !isInUse && field.chips.length > SHOWN + 2;
  const from = isFolded ? 0 : field.from;
  const drawn = field.chips.slice(from, from + (isFolded ? SHOWN : WINDOW));
  const chips = drawn.map((chip, index) => (
    <RecipientChip
      key={chipKey(chip)}
      chip={chip}
      index={from + index}
      field={name}
      doubt={wordsOf.get(chip) ?? null}
      isSelected={field.selection.keys.has(chipKey(chip))}
      onAction={onAction}
      onDragged={recipients.onDragged}
    />
  ));
  const isAlone = field.text === '' || chips.length === 0;
  const typing = (
    <li key="input" className={classes.entry} style={isAlone ? undefined : { width: `min(100%, ${field.text.length + 1}ch)` }}>
      <input
        ref={input}
        className={classes.input}
        role="combobox"
        aria-label={label}
        aria-describedby={helpId}
        aria-invalid={field.chips.some(({ kind }) => kind === 'bad') || problem !== null}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={isOpen && offered.active >= 0 ? optionId(listId, offered.active) : undefined}
        value={field.text}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        inputMode="email"
        onChange={(event) => recipients.onType(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onPaste={recipients.onPaste}
        onBlur={recipients.onBlur}
      />
    </li>
  );
  const place = isFolded ? chips.length : Math.min(Math.max(field.at - from, 0), chips.length);
  const [before, behind] = [from, field.chips.length - from - drawn.length];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a click beside the chips only spares the hand some aiming
    <div
      ref={box}
      className={classes.row}
      data-field={name}
      data-over={drop.isOver || undefined}
      {...drop.handlers}
      onFocus={({ target }) => {
        setInUse(true);
        const index = target.dataset.chip;
        const chip = index === undefined ? undefined : field.chips[Number(index)];
        if (chip !== undefined) setLookedAt(chipKey(chip));
        else if (target === input.current) setLookedAt(null);
      }}
      onBlur={(event) => setInUse(event.currentTarget.contains(event.relatedTarget))}
      onMouseDown={(event) => {
        // A click beside the chips is a click into the field.
        if (!(event.target instanceof HTMLElement) || !event.currentTarget.contains(event.target)) return;
        if (event.target.closest('button, input, [role="listbox"], [role="dialog"], [draggable]') !== null) return;
        event.preventDefault();
        input.current?.focus();
      }}
    >
      <span className={classes.label} aria-hidden>
        {label}
      </span>
      <div className={classes.field}>
        {after !== undefined && <div className={classes.after}>{after}</div>}
        <ul className={classes.chips} data-dense={chips.length > ROOMY || undefined} aria-label={compose.recipientsIn(label)}>
          {[
            !isFolded && before > 0 && <MoreChips key="before" words={people.earlier(before)} onOpen={() => recipients.onTurn(-1)} />,
            ...chips.slice(0, place),
            isFolded && <MoreChips key="more" words={compose.more(behind)} onOpen={() => input.current?.focus()} />,
            typing,
            ...chips.slice(place),
            !isFolded && behind > 0 && <MoreChips key="behind" words={compose.more(behind)} onOpen={() => recipients.onTurn(1)} />,
          ]}
        </ul>
        {isOpen && (
          <SuggestionList id={listId} label={people.suggestions} items={offered.items} active={offered.active} onChoose={choose} />
        )}
        {shownCard !== undefined && card !== null && (
          <FloatingCard chip={shownCard} index={card} field={name} box={box} onAction={onAction} close={() => setCard(null)} />
        )}
        <p className="unseen" role="status">
          {isOpen ? people.offered(offered.items.length) : ''}
        </p>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: its buttons leave the keyboard where it is, or the field would fold under the pointer */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the click of a key is a click */}
        <div
          id={helpId}
          className={classes.help}
          aria-live="polite"
          onMouseDown={(event) => event.preventDefault()}
          onClick={({ currentTarget }) => currentTarget.contains(document.activeElement) && input.current?.focus()}
        >
          <FieldHelp
            field={field}
            problem={problem}
            note={isInUse ? note : undefined}
            doubts={doubts}
            lookedAt={lookedAt}
            onReplace={replace}
            onRight={family.sayRight}
            onShow={recipients.focusChip}
          />
        </div>
      </div>
    </div>
  );
}

/** null: the group is not there any more. */
async function chipOf(one: Suggestion): Promise<Chip | null> {
  if (one.kind === 'person') return { kind: 'good', name: one.name, address: one.address };
  const members = await call('people.members', { groupId: one.id });
  return members.ok ? { kind: 'group', id: one.id, name: one.name, members: members.value } : null;
}

function MoreChips(props: { readonly words: string; readonly onOpen: () => void }) {
  return (
    <li className={classes.chip}>
      <button type="button" className={classes.who} onClick={props.onOpen}>
        {props.words}
      </button>
    </li>
  );
}
