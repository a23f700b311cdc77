//! From segments as bytes to one file beside the database, and back.
//!
//! The file only grows while it is in use; what belongs to it is told by the extents that the database keeps. So it needs
//! no index of its own, a process that dies leaves at most a tail that nobody refers to, and bytes that are damaged are
//! found by their checksum and made anew. The file may be deleted at any time, which costs only time.

use std::fs::{File, OpenOptions};
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

/// First bytes of the file; the digit is the version of the layout.
const MAGIC: &[u8; 8] = b"AUDSEG1\n";

/// Bytes in front of the first segment: the magic and the name.
const HEADER_LEN: u64 = 8 + 16;

/// Which file of segments it is. A new file has a new name, so that extents of another one are never read from it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct StoreName([u8; 16]);

/// Where the bytes of a segment stand, and what they must add up to.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Extent {
    /// First byte.
    pub offset: u64,
    /// Number of bytes.
    pub len: u32,
    /// CRC-32 of the bytes.
    pub checksum: u32,
}

impl StoreName {
    /// A name that no other file has: of the time, the process, and how often it asked.
    fn new() -> Self {
        use std::sync::atomic::{AtomicU32, Ordering};
        static ASKED: AtomicU32 = AtomicU32::new(0);
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
        let mut name = [0; 16];
        name[..8].copy_from_slice(&(since.as_nanos() as u64).to_le_bytes());
        name[8..12].copy_from_slice(&std::process::id().to_le_bytes());
        name[12..].copy_from_slice(&ASKED.fetch_add(1, Ordering::Relaxed).to_le_bytes());
        StoreName(name)
    }

    /// Its hexadecimal digits, for the database.
    pub fn text(self) -> String {
        self.0.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// Appends segments to a file.
#[derive(Debug)]
pub struct SegmentWriter {
    path: PathBuf,
    name: StoreName,
    file: BufWriter<File>,
    len: u64,
}

impl SegmentWriter {
    /// Begins a file at `path`; what was there is lost.
    ///
    /// # Errors
    ///
    /// When the file can not be made or written.
    pub fn create(path: &Path) -> io::Result<Self> {
        let file = OpenOptions::new().read(true).write(true).create(true).truncate(true).open(path)?;
        let name = StoreName::new();
        let mut file = BufWriter::new(file);
        file.write_all(MAGIC)?;
        file.write_all(&name.0)?;
        Ok(SegmentWriter { path: path.to_owned(), name, file, len: HEADER_LEN })
    }

    /// Goes on with the file at `path` behind its first `len` bytes. None when it is not there, is another one than
    /// `name` says, or is shorter.
    ///
    /// # Errors
    ///
    /// When the file is there and can not be read or written.
    pub fn append(path: &Path, name: &str, len: u64) -> io::Result<Option<Self>> {
        let mut file = match OpenOptions::new().read(true).write(true).open(path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error),
        };
        let Some(found) = read_name(&mut file)?.filter(|found| found.text() == name) else { return Ok(None) };
        if len < HEADER_LEN || file.metadata()?.len() < len {
            return Ok(None);
        }
        file.set_len(len)?;
        file.seek(SeekFrom::End(0))?;
        Ok(Some(SegmentWriter { path: path.to_owned(), name: found, file: BufWriter::new(file), len }))
    }

    /// Which file it is.
    pub fn name(&self) -> StoreName {
        self.name
    }

    /// Number of its bytes.
    pub fn len(&self) -> u64 {
        self.len
    }

    /// It holds no segment.
    pub fn is_empty(&self) -> bool {
        self.len == HEADER_LEN
    }

    /// Adds a segment.
    ///
    /// # Errors
    ///
    /// When the disk does not take it.
    pub fn push(&mut self, bytes: &[u8]) -> io::Result<Extent> {
        let len = u32::try_from(bytes.len()).map_err(|_| io::Error::other("a segment is larger than 4 GiB"))?;
        self.file.write_all(bytes)?;
        let extent = Extent { offset: self.len, len, checksum: crc32fast::hash(bytes) };
        self.len += u64::from(len);
        Ok(extent)
    }

    /// Brings what was added so far to the file, so that readers find it.
    ///
    /// # Errors
    ///
    /// When the disk does not take it.
    pub fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }

    /// A reader of the same file.
    ///
    /// # Errors
    ///
    /// When the file can not be opened.
    pub fn reader(&self) -> io::Result<SegmentReader> {
        Ok(SegmentReader { file: File::open(&self.path)? })
    }
}

/// Reads segments back.
#[derive(Debug)]
pub struct SegmentReader {
    file: File,
}

impl SegmentReader {
    /// Opens the file at `path`; none when it is not there or is another one than `name` says.
    ///
    /// # Errors
    ///
    /// When the file is there and can not be read.
    pub fn open(path: &Path, name: &str) -> io::Result<Option<Self>> {
        let mut file = match File::open(path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error),
        };
        let is_it = read_name(&mut file)?.is_some_and(|found| found.text() == name);
        Ok(is_it.then_some(SegmentReader { file }))
    }

    /// Reads the bytes of a segment into `bytes`. `false` when they are not what was written.
    pub fn read(&mut self, extent: Extent, bytes: &mut Vec<u8>) -> bool {
        bytes.clear();
        let found = self.file.seek(SeekFrom::Start(extent.offset)).and_then(|_| {
            // A damaged extent must not ask for more memory than the file has bytes.
            (&self.file).take(extent.len.into()).read_to_end(bytes)
        });
        found.is_ok_and(|n| n == extent.len as usize) && crc32fast::hash(bytes) == extent.checksum
    }
}

/// The name in the header; none when it is no file of segments of this version.
fn read_name(file: &mut File) -> io::Result<Option<StoreName>> {
    let mut header = [0; HEADER_LEN as usize];
    match file.read_exact(&mut header) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
        Err(error) => return Err(error),
    }
    let mut name = [0; 16];
    name.copy_from_slice(&header[8..]);
    Ok((&header[..8] == MAGIC).then_some(StoreName(name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_pushed_is_read_and_what_is_damaged_is_found() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("segments");
        let mut writer = SegmentWriter::create(&path).unwrap();
        let texts: Vec<Vec<u8>> = (0u8..9).map(|n| vec![n; 100 * usize::from(n)]).collect();
        let extents: Vec<Extent> = texts.iter().map(|text| writer.push(text).unwrap()).collect();
        writer.flush().unwrap();
        let (name, len) = (writer.name().text(), writer.len());
        drop(writer);
        let mut bytes = Vec::new();
        let mut reader = SegmentReader::open(&path, &name).unwrap().unwrap();
        for (text, &extent) in texts.iter().zip(&extents).rev() {
            assert!(reader.read(extent, &mut bytes));
            assert_eq!(&bytes, text);
        }
        let beyond = Extent { offset: len, len: u32::MAX, checksum: 0 };
        assert!(!reader.read(beyond, &mut bytes));
        assert!(SegmentReader::open(&path, "0").unwrap().is_none());
        assert!(SegmentReader::open(&folder.path().join("none"), &name).unwrap().is_none());

        // A tail that nobody refers to is cut off; one byte that changed is noticed.
        std::fs::OpenOptions::new().append(true).open(&path).unwrap().write_all(b"tail").unwrap();
        let mut writer = SegmentWriter::append(&path, &name, len).unwrap().unwrap();
        let more = writer.push(b"more").unwrap();
        writer.flush().unwrap();
        assert_eq!((more.offset, std::fs::metadata(&path).unwrap().len()), (len, len + 4));
        assert!(SegmentWriter::append(&path, &name, len + 5).unwrap().is_none());
        let mut whole = std::fs::read(&path).unwrap();
        whole[extents[3].offset as usize] ^= 1;
        std::fs::write(&path, whole).unwrap();
        let mut reader = SegmentReader::open(&path, &name).unwrap().unwrap();
        let is_whole: Vec<bool> = extents.iter().map(|&extent| reader.read(extent, &mut bytes)).collect();
        assert_eq!(is_whole, [true, true, true, false, true, true, true, true, true]);
    }
}
