import { DefaultTokenResolver, StringConcat, Tokenization } from 'cdktf';
import type { IConstruct } from 'constructs';

const resolver = new DefaultTokenResolver(new StringConcat());

/** What a token stands for when the stack is written; references come as `${azurerm_x.y.id}`. */
export function resolved(value: unknown, scope: IConstruct): unknown {
  return Tokenization.resolve(value, { scope, resolver, preparing: false });
}
