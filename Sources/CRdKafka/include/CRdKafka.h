#ifndef LARDER_CRDKAFKA_H
#define LARDER_CRDKAFKA_H

#include <librdkafka/rdkafka.h>
// The cluster in a process that librdkafka brings along; for tests only.
#include <librdkafka/rdkafka_mock.h>

/// `RD_KAFKA_PARTITION_UA`: whichever partition the partitioner chooses.
static inline int32_t larder_kafka_any_partition(void) {
    return RD_KAFKA_PARTITION_UA;
}

/// Has every client that is made with `conf` keep its log lines to itself: nothing is written to the terminal.
void larder_kafka_silence(rd_kafka_conf_t *conf);

/// Gives an element of a list a copy of `text`, of `size` bytes, as the metadata to be committed with its offset; the
/// list frees it. Returns 0, or -1 where there is no memory.
int larder_kafka_set_metadata(rd_kafka_topic_partition_t *element, const char *text, size_t size);

#endif
