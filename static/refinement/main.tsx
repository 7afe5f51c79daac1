import { mount } from '../shared/mount';
import { RefinementAtBoard } from './refinement-at-board';

void mount('Work without a key result', <RefinementAtBoard />);
