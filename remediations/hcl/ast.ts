/**
 * The syntax tree of one HCL file (Terraform's native syntax). Every `start`, `end` is an offset in UTF-16 code units
 * into the text that was parsed, `end` exclusive. The tree is lossless together with that text: nothing is re-printed.
 */
export interface Node {
  readonly start: number;
  readonly end: number;
}

export interface File {
  readonly text: string;
  readonly body: Body;
  readonly comments: readonly Comment[];
}

export interface Comment extends Node {
  /** `#` and `//` run to the end of the line; a block comment does not. */
  readonly line: boolean;
}

export interface Body extends Node {
  readonly items: readonly (Attribute | Block)[];
}

export interface Attribute extends Node {
  readonly type: 'attribute';
  readonly name: string;
  readonly nameEnd: number;
  /** Offset of the `=`. */
  readonly eq: number;
  readonly value: Expression;
}

export interface Block extends Node {
  readonly type: 'block';
  readonly kind: string;
  readonly kindEnd: number;
  readonly labels: readonly Label[];
  /** Offsets of the braces. */
  readonly open: number;
  readonly close: number;
  readonly body: Body;
}

export interface Label extends Node {
  readonly value: string;
  readonly quoted: boolean;
}

export type Expression =
  | Literal
  | Text
  | Template
  | Heredoc
  | Tuple
  | ObjectExpression
  | Variable
  | Get
  | Index
  | Splat
  | Call
  | Conditional
  | Unary
  | Binary
  | Parenthesized
  | For;

/** Number, `true`, `false` or `null`. */
export interface Literal extends Node {
  readonly type: 'literal';
  readonly value: number | boolean | null;
}
/** A quoted string without interpolation, escapes resolved. */
export interface Text extends Node {
  readonly type: 'text';
  readonly value: string;
}
/** A quoted string with at least one `${…}` or `%{…}`. */
export interface Template extends Node {
  readonly type: 'template';
  readonly parts: readonly Part[];
}
/** Runs to the end of its closing line, blanks behind the marker included, the newline not. */
export interface Heredoc extends Node {
  readonly type: 'heredoc';
  /** `<<-`: common indentation is removed from the value. */
  readonly flush: boolean;
  readonly marker: string;
  readonly parts: readonly Part[];
}
export type Part = TextPart | Interpolation | Directive;
export interface TextPart {
  readonly type: 'part';
  readonly value: string;
}
export interface Interpolation extends Node {
  readonly type: 'interpolation';
  readonly expression: Expression;
  readonly trimLeft: boolean;
  readonly trimRight: boolean;
}
export interface Directive extends Node {
  readonly type: 'directive';
  readonly keyword: 'if' | 'else' | 'endif' | 'for' | 'endfor';
  readonly expression?: Expression;
  readonly key?: string;
  readonly value?: string;
  readonly trimLeft: boolean;
  readonly trimRight: boolean;
}
export interface Tuple extends Node {
  readonly type: 'tuple';
  readonly items: readonly Expression[];
}
export interface ObjectExpression extends Node {
  readonly type: 'object';
  readonly items: readonly ObjectItem[];
}
export interface ObjectItem {
  readonly key: Expression;
  /** Offset of `=` or `:`. */
  readonly separator: number;
  readonly value: Expression;
}
/** The first name of a traversal: `var`, `local`, `azurerm_storage_account`, `each`, an iterator. */
export interface Variable extends Node {
  readonly type: 'variable';
  readonly name: string;
}
export interface Get extends Node {
  readonly type: 'get';
  readonly object: Expression;
  readonly name: string;
}
export interface Index extends Node {
  readonly type: 'index';
  readonly object: Expression;
  readonly key: Expression;
  /** `a.0` instead of `a[0]`. */
  readonly legacy: boolean;
}
export interface Splat extends Node {
  readonly type: 'splat';
  readonly object: Expression;
  /** `[*]` rather than `.*`. */
  readonly full: boolean;
}
export interface Call extends Node {
  readonly type: 'call';
  readonly name: string;
  readonly args: readonly Expression[];
  /** The last argument is followed by `...`. */
  readonly expand: boolean;
}
export interface Conditional extends Node {
  readonly type: 'conditional';
  readonly condition: Expression;
  readonly then: Expression;
  readonly else: Expression;
}
export interface Unary extends Node {
  readonly type: 'unary';
  readonly operator: '-' | '!';
  readonly operand: Expression;
}
export interface Binary extends Node {
  readonly type: 'binary';
  readonly operator: string;
  readonly left: Expression;
  readonly right: Expression;
}
export interface Parenthesized extends Node {
  readonly type: 'parenthesized';
  readonly expression: Expression;
}
export interface For extends Node {
  readonly type: 'for';
  /** `{ for … }` rather than `[ for … ]`. */
  readonly object: boolean;
  readonly keyName?: string;
  readonly valueName: string;
  readonly collection: Expression;
  /** Only in the object form: what stands before `=>`. */
  readonly key?: Expression;
  readonly value: Expression;
  readonly group: boolean;
  readonly condition?: Expression;
}
