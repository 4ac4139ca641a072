#include "CRdKafka.h"

#include <stdlib.h>
#include <string.h>

static void drop(const rd_kafka_t *client, int level, const char *facility, const char *line) {
    (void)client;
    (void)level;
    (void)facility;
    (void)line;
}

void larder_kafka_silence(rd_kafka_conf_t *conf) {
    rd_kafka_conf_set_log_cb(conf, drop);
}

int larder_kafka_set_metadata(rd_kafka_topic_partition_t *element, const char *text, size_t size) {
    char *copy = malloc(size + 1);
    if (copy == NULL) return -1;
    memcpy(copy, text, size);
    copy[size] = '\0';
    free(element->metadata);
    element->metadata = copy;
    element->metadata_size = size;
    return 0;
}
