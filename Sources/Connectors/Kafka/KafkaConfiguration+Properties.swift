extension KafkaConfiguration {
    /// What a client is for.
    enum Role: Sendable {
        /// Looks at the cluster, and makes topics.
        case observer
        /// Reads for a consumer group.
        case consumer(group: String)
        /// Appends.
        case producer
    }

    /// How many records librdkafka holds that were fetched and not taken.
    static let mostQueuedRecords = 50_000
    /// Room for what surrounds the largest batch of rows in an answer.
    private static let answerOverhead = 1 << 20
    /// The most that librdkafka takes for the size of an answer.
    private static let largestFetch = 1_000_000_000

    /// The properties that librdkafka is given, in a fixed order.
    func properties(for role: Role) -> [KafkaProperty] {
        connection + security + roleProperties(role)
    }

    private var connection: [KafkaProperty] {
        [
            KafkaProperty("client.id", "larder"),
            KafkaProperty("bootstrap.servers", bootstrapServers),
            KafkaProperty("socket.timeout.ms", requestTimeout.text),
            KafkaProperty("socket.connection.setup.timeout.ms", max(requestTimeout, .seconds(1)).text),
            KafkaProperty("socket.keepalive.enable", "true"),
            KafkaProperty("reconnect.backoff.max.ms", "2000"),
            // Reading, and looking whether there is a topic, makes none: we make it ourselves, as it should be.
            KafkaProperty("allow.auto.create.topics", "false"),
        ]
    }

    private var security: [KafkaProperty] {
        var properties = [KafkaProperty("security.protocol", securityProtocol.rawValue)]
        if let user {
            properties += [
                KafkaProperty("sasl.mechanisms", user.mechanism.rawValue), KafkaProperty("sasl.username", user.name),
                KafkaProperty("sasl.password", secret: user.password),
            ]
        }
        guard let certificates else { return properties }
        // The default of older versions is to trust a certificate of any host.
        properties.append(KafkaProperty("ssl.endpoint.identification.algorithm", "https"))
        let files = [
            ("ssl.ca.location", certificates.authorities), ("ssl.certificate.location", certificates.certificate),
            ("ssl.key.location", certificates.key),
        ]
        properties += files.compactMap { name, path in path.map { KafkaProperty(name, $0) } }
        if let password = certificates.keyPassword {
            properties.append(KafkaProperty("ssl.key.password", secret: password))
        }
        return properties
    }

    private func roleProperties(_ role: Role) -> [KafkaProperty] {
        switch role {
        case .observer: []
        case .consumer(let group): consumer(group)
        case .producer: producer
        }
    }

    private func consumer(_ group: String) -> [KafkaProperty] {
        let fetch = min(max(maxMessageBytes, queueMaxKilobytes * 1024 / 2), Self.largestFetch)
        return [
            KafkaProperty("group.id", group),
            KafkaProperty("session.timeout.ms", sessionTimeout.text),
            // A member hears of the group's changes with its heartbeat: a patient group must not be a slow one.
            KafkaProperty("heartbeat.interval.ms", min(sessionTimeout / 3, .seconds(3)).text),
            KafkaProperty("max.poll.interval.ms", max(sessionTimeout, .seconds(300)).text),
            // Not cooperative-sticky: before 2.2, librdkafka aborts when a member leaves before it has its partitions.
            KafkaProperty("partition.assignment.strategy", "range"),
            KafkaProperty("auto.offset.reset", start.rawValue),
            KafkaProperty("enable.auto.commit", "false"),
            KafkaProperty("enable.auto.offset.store", "false"),
            KafkaProperty("isolation.level", "read_committed"),
            // What surrounds a record in memory is larger than a small record: both are bounded.
            KafkaProperty("queued.min.messages", "\(Self.mostQueuedRecords)"),
            KafkaProperty("queued.max.messages.kbytes", "\(queueMaxKilobytes)"),
            KafkaProperty("message.max.bytes", "\(maxMessageBytes)"),
            KafkaProperty("max.partition.fetch.bytes", "\(min(max(maxMessageBytes, 1 << 20), fetch))"),
            KafkaProperty("fetch.max.bytes", "\(fetch)"),
            KafkaProperty("receive.message.max.bytes", "\(max(fetch, 1 << 20) + Self.answerOverhead)"),
        ]
    }

    private var producer: [KafkaProperty] {
        [
            KafkaProperty("enable.idempotence", "true"),
            KafkaProperty("message.max.bytes", "\(maxMessageBytes)"),
            KafkaProperty("message.timeout.ms", deliveryTimeout.text),
            // The rows of a file repeat their names in every row; every client of Kafka's since 0.10 reads LZ4.
            KafkaProperty("compression.type", "lz4"),
            KafkaProperty("linger.ms", "5"),
        ]
    }
}

extension Duration {
    /// Whole milliseconds.
    fileprivate var text: String { "\(milliseconds)" }
}
