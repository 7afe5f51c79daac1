import Resolver from '@forge/resolver';

const resolver = new Resolver();
resolver.define('load', () => ({ answer: 'nothing' }));

export const load = resolver.getDefinitions();
