/**
 * Stands in for `@atlaskit/feature-gate-js-client` in the build (decision record 003): every gate is off and every
 * experiment has its default, which is what Atlaskit sees in an app anyway, since no app initialises the client.
 */
const featureGates = {
  checkGate: (): boolean => false,
  getExperimentValue: <T>(_experiment: string, _parameter: string, defaultValue: T): T => defaultValue,
  initializeCalled: (): boolean => false,
  initializeCompleted: (): boolean => false,
};

export default featureGates;
