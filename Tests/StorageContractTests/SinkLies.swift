import FeatureModel
import StorageAPI
import StorageContract

/// Lies about what was written.
enum SinkLies {
    static let all = values + keys + newest + batches + nameSpaces + changes + robustness

    static let values: [Lie] = [
        .values("sink.value-types", "keeps 64-bit integers as doubles") { value in
            if case .int64(let number) = value { .int64(Int64(Double(number))) } else { value }
        },
        .values("sink.empty-values", "keeps the empty string as null") { value in
            if case .string("") = value { nil } else { value }
        },
        .values("sink.zero-values", "keeps zero as null") { $0 == .int32(0) ? nil : $0 },
        .values("sink.extreme-integers", "keeps 31 bits of an integer") { value in
            if case .int32(let number) = value { .int32(max(number, -.max)) } else { value }
        },
        .values("sink.special-numbers", "keeps -0 as 0") { value in
            if case .double(let number) = value, number == 0 { .double(0) } else { value }
        },
        .values("sink.text", "ends text at a NUL") { value in
            if case .string(let text) = value { .string(String(text.prefix { $0 != "\0" })) } else { value }
        },
        .values("sink.large-value", "cuts values at 64 KiB") { value in
            if case .bytes(let bytes) = value { .bytes(Array(bytes.prefix(65_536))) } else { value }
        },
        .rows("sink.null", "keeps a null text as an empty one") { row in
            row.features[1] = row.features[1] ?? .string("")
        },
        .sink("sink.null-replaces", "fills nulls with what was there") { sink in
            let memory = Shared<[EntityKey: [FeatureValue?]]>([:])
            sink.onWrite = { real, batch in
                let rows = batch.rows.map { memory.filled($0) }
                return try await real.write(RowBatch(featureSet: batch.featureSet, rows: rows, jobID: batch.jobID))
            }
        },
    ]

    static let keys: [Lie] = [
        Lie(
            "sink.composite-keys", "joins the parts of a key",
            rules: { rules in
                rules.key = { key in
                    let joined = key.values.map { value in
                        if case .string(let text) = value { text } else { "\(value)" }
                    }.joined()
                    return MemoryKey(EntityKey([.string(joined)]))
                }
            }),
        Lie(
            "sink.text-keys", "compares text without case",
            rules: { rules in
                rules.key = { key in
                    MemoryKey(
                        EntityKey(
                            key.values.map { value in
                                if case .string(let text) = value { .string(text.lowercased()) } else { value }
                            }))
                }
            }),
        Lie(
            "sink.number-keys", "compares numbers as doubles",
            rules: { rules in
                rules.key = { key in
                    MemoryKey(
                        EntityKey(
                            key.values.map { value in
                                if case .int64(let number) = value { .double(Double(number)) } else { value }
                            }))
                }
            }),
        Lie(
            "sink.other-keys", "takes every key of bytes for one",
            rules: { rules in
                rules.key = { key in
                    MemoryKey(
                        EntityKey(
                            key.values.map { value in
                                if case .bytes = value { .bytes([]) } else { value }
                            }))
                }
            }),
    ]

    private static let lastWriteWins: @Sendable (inout MemoryRules) -> Void = { $0.isOlder = { _, _ in true } }

    static let newest: [Lie] = [
        .sink("sink.row-twice", "refuses a row that it has") { sink in
            let seen = Shared<Set<ValidatedRow>>([])
            sink.onWrite = { real, batch in
                let (new, failed) = seen.split(batch.rows)
                _ = try await real.write(RowBatch(featureSet: batch.featureSet, rows: new, jobID: batch.jobID))
                return WriteResult(accepted: new.count, failed: failed)
            }
        },
        Lie("sink.redelivery", "lets the last write win", rules: lastWriteWins),
        .sink("sink.prepare-twice", "refuses to prepare twice") { sink in
            let tally = Tally()
            sink.onPrepare = { real, set in
                if tally.next() > 1 { throw lie() }
                try await real.prepareWrite(set)
            }
        },
        .dropping("sink.newer-later", "keeps the first row of a key") {
            let seen = Shared<Set<EntityKey>>([])
            return { seen.insert($0.key) }
        },
        Lie("sink.older-later", "lets the last write win", rules: lastWriteWins),
        .sink("sink.older-later-in-batch", "keeps the last row of a batch") { sink in
            sink.onWrite = { real, batch in
                let last = Dictionary(batch.rows.map { ($0.key, $0) }, uniquingKeysWith: { $1 })
                _ = try await real.write(
                    RowBatch(featureSet: batch.featureSet, rows: Array(last.values), jobID: batch.jobID))
                return WriteResult(accepted: batch.rows.count)
            }
        },
        Lie(
            "sink.nanoseconds-decide", "compares whole seconds",
            rules: { rules in
                rules.isOlder = { $0.row.eventTimestamp.seconds < $1.row.eventTimestamp.seconds }
            }),
        Lie("sink.any-order", "lets the last write win", rules: lastWriteWins),
        Lie(
            "sink.created-decides", "knows event times only",
            rules: { rules in
                rules.isOlder = { $0.row.eventTimestamp < $1.row.eventTimestamp }
            }),
        Lie(
            "sink.created-nanoseconds", "compares created times by whole seconds",
            rules: { rules in
                rules.isOlder = { left, right in
                    left.row.eventTimestamp != right.row.eventTimestamp
                        ? left.row.eventTimestamp < right.row.eventTimestamp
                        : left.row.createdTimestamp.seconds < right.row.createdTimestamp.seconds
                }
            }),
        Lie("sink.position-decides", "lets arrival decide", rules: { $0.replaces = { _, _ in true } }),
        Lie(
            "sink.partition-decides", "compares offsets only",
            rules: { rules in
                rules.replaces = { $0.row.position.offset >= $1.row.position.offset }
            }),
        Lie(
            "sink.arrival-decides", "keeps the first of equal event times",
            rules: { $0.replaces = { _, _ in false } }, dress: withoutCreatedTime),
        Lie("sink.two-sinks", "lets the last write win", rules: lastWriteWins),
    ]

    private static let withoutCreatedTime: @Sendable (ConnectorCard) -> ConnectorCard = { card in
        var disguise = Disguise(card)
        disguise.capabilities.subtract(.createdTime)
        return disguise.card
    }

    static let batches: [Lie] = [
        .sink("sink.empty-batch", "refuses an empty batch") { sink in
            sink.onWrite = { real, batch in
                if batch.rows.isEmpty { throw lie() }
                return try await real.write(batch)
            }
        },
        .dropping("sink.large-batch", "loses what is beyond 5,000 rows") {
            let tally = Tally()
            return { _ in tally.next() <= 5_000 }
        },
        .sink("sink.superseded-accepted", "refuses what is superseded") { sink in
            let tally = Tally()
            sink.onWrite = { real, batch in
                let result = try await real.write(batch)
                return tally.next() == 1
                    ? result
                    : WriteResult(accepted: 0, failed: batch.rows.indices.map(SinkLies.refusal))
            }
        },
        .sink("sink.bad-row-alone", "refuses the whole batch for one bad row") { sink in
            sink.onWrite = { real, batch in
                let isBad = batch.rows.contains { $0.features.count != batch.featureSet.features.count }
                if isBad { return WriteResult(accepted: 0, failed: batch.rows.indices.map(SinkLies.refusal)) }
                return try await real.write(batch)
            }
        },
        Lie(
            "sink.years", "counts nanoseconds in 64 bits",
            rules: { rules in
                rules.isOlder = { left, right in
                    left.row.eventTimestamp.seconds &* 1_000_000_000 < right.row.eventTimestamp.seconds &* 1_000_000_000
                }
            }),
        Lie(
            "sink.before-epoch", "takes times before 1970 for 1970",
            rules: { rules in
                rules.isOlder = { left, right in
                    max(.zero, left.row.eventTimestamp) < max(.zero, right.row.eventTimestamp)
                }
            }),
    ]

    static func refusal(_ index: Int) -> FailedElement {
        FailedElement(index: index, reason: .rejected, message: "this is a lie")
    }
}
