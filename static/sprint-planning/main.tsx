import { mount } from '../shared/mount';
import { PlanningAtSprint } from './planning-at-sprint';

void mount('Sprint planning', <PlanningAtSprint />);
