import { useEffect, useState } from 'react';
import styles from './file-link.module.css';

/** A file that was made here, to be saved. Looks like a button, and is a link: Atlaskit's weighs more than what it saves. */
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
    <a className={`${styles.link} ${styles[appearance]}`} href={address} download={name}>
      {children}
    </a>
  );
};
