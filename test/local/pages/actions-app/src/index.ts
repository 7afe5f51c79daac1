import Resolver from '@forge/resolver';

const resolver = new Resolver();
resolver.define('where', ({ context }) => context['extension'] as object);

/** Tells where it was asked from. */
export const tell = resolver.getDefinitions();
