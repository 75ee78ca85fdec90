package io.leakage.archive;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What an administrator may set of the archive. */
@ObjectClassDefinition(name = "Leakage Scorecard: archive", description = "The history as Parquet files, for research")
public @interface ArchiveConfig {
    /** {@return where it is} */
    @AttributeDefinition(description = "Where the archive is: a folder, or s3://BUCKET/PREFIX")
    String location() default "archive";

    /** {@return AWS region} */
    @AttributeDefinition(description = "Region of the bucket; credentials come from the environment, the system properties, "
            + "~/.aws/credentials or the machine's role, as the AWS SDK finds them")
    String region() default "us-east-1";

    /** {@return address of another S3 store} */
    @AttributeDefinition(description = "Address of an S3 store that is not Amazon's, such as http://host:9000; empty: Amazon's")
    String endpoint() default "";

    /** {@return where files are written before they go into a bucket} */
    @AttributeDefinition(description = "Folder in which files are written before they go into a bucket; emptied when the archive is opened")
    String spool() default "archive-spool";

    /** {@return time zone of the days} */
    @AttributeDefinition(description = "Time zone whose days the folders are, such as UTC or America/New_York; "
            + "fixed once something is written")
    String zone() default "UTC";

    /** {@return memory for what waits} */
    @AttributeDefinition(description = "MiB of records that wait in memory before they are written")
    int batch_mebibytes() default 128;

    /** {@return how long records wait} */
    @AttributeDefinition(description = "Seconds a record waits at most before it is written when few come")
    int flush_seconds() default 30;

    /** {@return when small files become one} */
    @AttributeDefinition(description = "So many small files of a table and day become one; when the day is over, two do")
    int small_files() default 16;

    /** {@return what is small} */
    @AttributeDefinition(description = "A file of fewer records is small")
    long small_rows() default 1_000_000;

    /** {@return memory of the database} */
    @AttributeDefinition(description = "MiB that the database which writes the files may take, outside the Java heap")
    int memory_mebibytes() default 1024;

    /** {@return threads of the database} */
    @AttributeDefinition(description = "Threads that the database which writes the files may use")
    int threads() default 2;
}
