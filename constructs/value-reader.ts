import {
  DefaultTokenResolver,
  type IPostProcessor,
  type IResolvable,
  type IResolveContext,
  StringConcat,
  type TerraformStack,
  Token,
  Tokenization,
} from 'cdktf';
import { isBlock, isSingleBlock } from '../controls/provider/facts';
import { Unknown, type Value } from '../controls/value';
import { templateValue } from './template';

/** What stands in front of the addresses of a stack, to tell stacks apart; '' where there is one stack only. */
export type Home = (stack: TerraformStack) => string;

/** References into other stacks keep their address instead of becoming an output of a remote state. */
class AcrossStacks extends DefaultTokenResolver {
  constructor(
    private readonly stack: TerraformStack,
    private readonly home: Home,
  ) {
    super(new StringConcat());
  }

  override resolveToken(token: IResolvable, context: IResolveContext, after: IPostProcessor): unknown {
    const { identifier, originStack } = token as { identifier?: unknown; originStack?: TerraformStack };
    if (typeof identifier !== 'string' || !originStack || originStack === this.stack || context.suppressBraces)
      return super.resolveToken(token, context, after);
    return `\${${this.home(originStack)}${identifier}}`;
  }
}

const TOKEN = '{TfToken[';

/** Reads values of one resource. Only what holds a token is resolved: a resource is mostly literals and absence. */
export class ValueReader {
  private readonly resolver: AcrossStacks;

  constructor(
    private readonly stack: TerraformStack,
    private readonly home: Home,
    private readonly type: string,
  ) {
    this.resolver = new AcrossStacks(stack, home);
  }

  /** @param path without indexes, as the provider facts name it */
  value(raw: unknown, path: string): Value {
    if (holdsToken(raw)) return this.plain(this.resolved(raw), path);
    return this.plain(raw, path);
  }

  private resolved(raw: unknown): unknown {
    return Tokenization.resolve(raw, { scope: this.stack, resolver: this.resolver, preparing: false });
  }

  private plain(raw: unknown, path: string): Value {
    if (typeof raw === 'string') return templateValue(raw, this.home(this.stack));
    if (typeof raw === 'number' || typeof raw === 'boolean' || raw === null) return raw;
    if (typeof raw !== 'object') return new Unknown(`a value that is ${typeof raw}`);
    const isOne = isSingleBlock(this.type, path, 4);
    if (!Array.isArray(raw)) {
      const block = this.block(raw, path);
      return isBlock(this.type, path, 4) && !isOne ? [block] : block;
    }
    const items = raw.map((item) => (isObject(item) ? this.block(item, path) : this.value(item, path)));
    return isOne && items.length === 1 ? items[0] : items;
  }

  private block(raw: object, path: string): Value {
    const block: Record<string, Value> = {};
    for (const [name, inner] of Object.entries(raw))
      if (inner !== undefined && inner !== null) block[name] = this.value(inner, `${path}.${name}`);
    return block;
  }
}

const isObject = (item: unknown): item is object =>
  typeof item === 'object' && item !== null && !Array.isArray(item) && !holdsToken(item);

/** Whether a value itself stands for something else; what is inside a list or an object is seen on the way down. */
function holdsToken(raw: unknown): boolean {
  if (typeof raw === 'string') return raw.includes(TOKEN);
  if (typeof raw === 'number') return Token.isUnresolved(raw);
  if (typeof raw !== 'object' || raw === null) return false;
  if (Array.isArray(raw))
    return raw.some((item) =>
      typeof item === 'string' ? item.startsWith('#{TfToken[') : typeof item === 'number' && holdsToken(item),
    );
  return typeof Reflect.get(raw, 'resolve') === 'function' || Object.keys(raw).some((key) => key.includes(TOKEN));
}
