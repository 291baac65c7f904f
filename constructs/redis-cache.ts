import * as provider from '@cdktf/provider-azurerm/lib/redis-cache';
import { skus } from '../controls/skus';
import type { Hardened } from './hardened';
import { Hardening } from './hardening';

export type RedisCacheConfig = Hardened<provider.RedisCacheConfig>;

/** The provider's redis cache with what the caller left out set as the controls want it. */
export class RedisCache extends Hardening(provider.RedisCache, skus) {}
