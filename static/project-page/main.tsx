import { mount } from '../shared/mount';
import { ProjectParts } from './project-parts';

void mount('OKRs', <ProjectParts />);
