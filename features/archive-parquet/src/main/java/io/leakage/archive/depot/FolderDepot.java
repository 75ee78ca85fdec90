package io.leakage.archive.depot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder. What is kept or published was forced to the disk, the folder's entry included, before the call comes back. */
public final class FolderDepot implements Depot {
    /** The manifest's name. */
    public static final String MANIFEST = "manifest.json";

    private static final String SPOOL = ".spool";
    private static final String LOCK = ".lock";

    private final Path folder;
    private FileChannel channel;

    /** A depot in a folder, which is made when it is opened. */
    public FolderDepot(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public String name() {
        return folder.toString();
    }

    @Override
    public void open() throws IOException {
        Files.createDirectories(folder);
        channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // this process is in already: told below
        }
        if (lock == null) {
            close();
            throw new IOException("archive " + folder + " is being written by another process");
        }
        Folders.empty(spool());
    }

    /** {@inheritDoc} The folder is locked. */
    @Override
    public String writer() {
        return "";
    }

    @Override
    public Path spool() throws IOException {
        return Files.createDirectories(folder.resolve(SPOOL));
    }

    @Override
    public byte[] manifest() throws IOException {
        try {
            return Files.readAllBytes(folder.resolve(MANIFEST));
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    @Override
    public void keep(Path written, String path) throws IOException {
        force(written);
        Path target = folder.resolve(path);
        makeFolders(target.getParent());
        Files.move(written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(target.getParent());
    }

    @Override
    public void publish(byte[] manifest) throws IOException {
        Path written = spool().resolve(MANIFEST);
        try (FileChannel out = FileChannel.open(written, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(manifest);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
        }
        keep(written, MANIFEST);
    }

    @Override
    public Path local(String path) throws IOException {
        Path file = folder.resolve(path);
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString());
        }
        return file;
    }

    @Override
    public Map<String, Long> list(String below) throws IOException {
        Map<String, Long> found = new TreeMap<>();
        Path start = folder.resolve(below);
        if (Files.isDirectory(start)) {
            try (Stream<Path> files = Files.walk(start)) {
                for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                    found.put(folder.relativize(file).toString().replace('\\', '/'), Files.size(file));
                }
            }
        }
        return found;
    }

    @Override
    public void remove(String path) throws IOException {
        Files.deleteIfExists(folder.resolve(path));
    }

    @Override
    public void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new IllegalStateException("lock of " + folder, e);   // closing a file that was not written does not fail
        }
        channel = null;
    }

    private void makeFolders(Path wanted) throws IOException {
        if (!Files.isDirectory(wanted)) {
            makeFolders(wanted.getParent());
            Files.createDirectory(wanted);
            force(wanted.getParent());
        }
    }

    private static void force(Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            file.force(true);
        }
    }
}
