import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import net.openhft.chronicle.values.ValueModel;

/**
 * Makes, at build time, the one class that Chronicle Map would otherwise compile when its first map is opened, and three classes in place
 * of its compiler, so that the bundle runs on a JRE. They go beside {@code ChronicleLoader}, which looks there first:
 * {@code net.openhft.compiler.CompilerUtils.bin}. Argument: the folder of the module's classes.
 */
public final class ChronicleClasses {
    private static final String STATE = "net.openhft.chronicle.hash.VanillaGlobalMutableState";
    private static final String COMPILER_UTILS = """
            package net.openhft.compiler;
            public final class CompilerUtils {
                public static final CachedCompiler CACHED_COMPILER = new CachedCompiler();
                private CompilerUtils() { }
            }
            """;
    private static final String CACHED_COMPILER = """
            package net.openhft.compiler;
            public final class CachedCompiler {
                public volatile java.util.function.Function<?, ?> fileManagerOverride;
                public void updateFileManagerForClassLoader(ClassLoader loader, java.util.function.Consumer<?> update) { }
                public Class<?> loadFromJava(ClassLoader loader, String name, String source) throws ClassNotFoundException {
                    throw new ClassNotFoundException(name + " was not made when this bundle was built");
                }
            }
            """;

    private static final String FILE_MANAGER = """
            package net.openhft.compiler;
            import javax.tools.ForwardingJavaFileManager;
            import javax.tools.StandardJavaFileManager;
            public class MyJavaFileManager extends ForwardingJavaFileManager<StandardJavaFileManager> {
                public MyJavaFileManager(StandardJavaFileManager files) { super(files); }
            }
            """;

    private ChronicleClasses() {
    }

    public static void main(String[] arguments) throws ReflectiveOperationException, IOException {
        Path into = Path.of(arguments[0], "io/leakage/core/score");
        Path work = Files.createTempDirectory("chronicle-classes");
        compile(work, source(STATE + "$$Native", generated()));
        compile(work, source("net.openhft.compiler.CompilerUtils", COMPILER_UTILS),
                source("net.openhft.compiler.CachedCompiler", CACHED_COMPILER),
                source("net.openhft.compiler.MyJavaFileManager", FILE_MANAGER));
        for (Path file : files(work)) {
            String name = work.relativize(file).toString().replace('/', '.').replaceFirst("class$", "bin");
            Files.createDirectories(into);
            Files.move(file, into.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String generated() throws ReflectiveOperationException {
        Method generate = Class.forName("net.openhft.chronicle.values.Generators")
                .getDeclaredMethod("generateNativeClass", ValueModel.class, String.class);
        generate.setAccessible(true);
        return (String) generate.invoke(null, ValueModel.acquire(Class.forName(STATE)), "VanillaGlobalMutableState$$Native");
    }

    private static void compile(Path into, JavaFileObject... sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        List<String> options = List.of("-d", into.toString(), "-classpath", System.getProperty("java.class.path"), "--release", "17",
                "-g:none", "-nowarn", "-proc:none");
        if (!compiler.getTask(said, null, null, options, null, List.of(sources)).call()) {
            throw new IllegalStateException("cannot compile Chronicle's classes: " + said);
        }
    }

    private static JavaFileObject source(String name, String text) {
        return new SimpleJavaFileObject(URI.create("string:///" + name.replace('.', '/') + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    private static List<Path> files(Path folder) {
        try (var paths = Files.walk(folder)) {
            return new ArrayList<>(paths.filter(Files::isRegularFile).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
