package io.leakage.core.desk;

import io.leakage.api.desk.RefusedSetting;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.felix.fileinstall.ArtifactInstaller;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Configurations of ours as JSON in the directory that File Install watches: {@code leakage.desk~equities-us.cfg.json}, an object of its
 * fields. File Install reads {@code .config} and {@code .cfg} itself. A file that is no JSON is told in the log, and what it configured
 * before stays.
 */
@Component(service = ArtifactInstaller.class)
public final class JsonFilesComponent implements ArtifactInstaller {
    private static final Logger LOG = LoggerFactory.getLogger(JsonFilesComponent.class);
    private static final Pattern NAME = Pattern.compile("(leakage\\.[a-z.]+?)(?:[~-](.+))?\\.cfg\\.json");
    private static final String FROM = "felix.fileinstall.filename";

    private final ConfigurationAdmin admin;

    /** For the framework. */
    @Activate
    public JsonFilesComponent(@Reference ConfigurationAdmin admin) {
        this.admin = admin;
    }

    @Override
    public boolean canHandle(File file) {
        return NAME.matcher(file.getName()).matches();
    }

    @Override
    public void install(File file) throws IOException, InvalidSyntaxException {
        try {
            Map<String, Object> fields = SettingsJson.read(Files.readString(file.toPath()));
            fields.put(FROM, file.toURI().toString());
            Dictionary<String, Object> properties = new Hashtable<>(fields);
            Configuration found = find(file);
            (found == null ? made(file) : found).update(properties);
        } catch (RefusedSetting e) {
            LOG.error("{}: {}; what it configured before stays in force", file, e.getMessage());
        }
    }

    @Override
    public void update(File file) throws IOException, InvalidSyntaxException {
        install(file);
    }

    @Override
    public void uninstall(File file) throws IOException, InvalidSyntaxException {
        Configuration found = find(file);
        if (found != null) {
            found.delete();
        }
    }

    private Configuration made(File file) throws IOException {
        Matcher name = NAME.matcher(file.getName());
        if (!name.matches()) {
            throw new IllegalArgumentException(file + " is no configuration of ours");
        }
        return name.group(2) == null ? admin.getConfiguration(name.group(1), "?")
                : admin.getFactoryConfiguration(name.group(1), name.group(2), "?");
    }

    private Configuration find(File file) throws IOException, InvalidSyntaxException {
        String uri = file.toURI().toString().replace("\\", "\\5c").replace("*", "\\2a").replace("(", "\\28").replace(")", "\\29");
        Configuration[] all = admin.listConfigurations("(" + FROM + "=" + uri + ")");
        return all == null ? null : all[0];
    }
}
