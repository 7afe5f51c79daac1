import { LinkButton } from '@atlaskit/button/new';
import { useEffect, useState } from 'react';

/** A file that was made here, to be saved. */
export const FileLink = ({
  file,
  name,
  appearance = 'primary',
  children,
}: {
  readonly file: Blob;
  readonly name: string;
  readonly appearance?: 'primary' | 'default';
  readonly children: string;
}) => {
  const [address, setAddress] = useState('');
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return (
    <LinkButton appearance={appearance} href={address} download={name}>
      {children}
    </LinkButton>
  );
};
