import FeatureModel
import StorageAPI
import StorageContract

/// Lies about sources.
enum SourceLies {
    static let all = reading + commitment + publishing

    static let reading: [Lie] = [
        .records("source.order", "hands out the newest first") { $0.reversed() },
        .source("source.byte-limit", "knows no limit of bytes") { source in
            source.onRead = { real, records, _, wait in
                try await real.read(maxRecords: records, maxBytes: .max, waitingUpTo: wait)
            }
        },
        .records("source.created-time", "has a clock that runs backwards") { records in
            records.map { record in
                SourceRecord(
                    position: record.position,
                    createdTimestamp: Timestamp(seconds: 1_000_000_000 - record.position.offset),
                    payload: record.payload)
            }
        },
        .records("source.large-record", "cuts records at 64 KiB") { records in
            records.map { record in
                SourceRecord(
                    position: record.position, createdTimestamp: record.createdTimestamp,
                    payload: Array(record.payload.prefix(65_536)))
            }
        },
        .source("source.no-wait", "fails when there is nothing") { source in
            source.onRead = { real, records, bytes, wait in
                let found = try await real.read(maxRecords: records, maxBytes: bytes, waitingUpTo: wait)
                if found.isEmpty { throw lie(.timedOut) }
                return found
            }
        },
        .source("source.wakes", "does not wait") { source in
            source.onRead = { real, records, bytes, _ in
                try await real.read(maxRecords: records, maxBytes: bytes, waitingUpTo: .zero)
            }
        },
        .source("source.cancelled-wait", "answers nothing when it is cancelled") { source in
            source.onRead = { real, records, bytes, wait in
                do {
                    return try await real.read(maxRecords: records, maxBytes: bytes, waitingUpTo: wait)
                } catch let error as StoreError {
                    if error.code == .cancelled { return [] }
                    throw error
                }
            }
        },
        .source("source.severed", "calls a lost connection rejected") { source in
            source.onRead = { real, records, bytes, wait in
                do {
                    return try await real.read(maxRecords: records, maxBytes: bytes, waitingUpTo: wait)
                } catch let error as StoreError {
                    throw recoded(error, .rejected)
                }
            }
        },
    ]

    static let commitment: [Lie] = [
        .source("source.resume", "commits one record too few") { source in
            source.onCommit = { real, positions in
                try await real.commit(
                    positions.map { SourcePosition(partition: $0.partition, offset: $0.offset - 1) })
            }
        },
        .source("source.at-least-once", "commits what it hands out") { source in
            source.onRead = { real, records, bytes, wait in
                let found = try await real.read(maxRecords: records, maxBytes: bytes, waitingUpTo: wait)
                try await real.commit(found.map(\.position))
                return found
            }
        },
        .disguised("source.groups", "has one group") { card in
            guard let opening = card.openSource else { return }
            card.openSource = { (place: ConnectorCard.Place, _: String) async throws(StoreError) -> any RowSource in
                try await opening(place, "everybody")
            }
        },
        .disguised("source.commit-forward", "goes back when an older position is committed") { card in
            let greatest = Shared<Int64>(-1)
            let regressions = Tally()
            guard let opening = card.openSource else { return }
            card.openSource = {
                (place: ConnectorCard.Place, group: String) async throws(StoreError) -> any RowSource in
                let real = try await opening(place, regressions.count > 0 ? "\(group) again" : group)
                return LyingSource(
                    real: real,
                    onCommit: { real, positions in
                        let offset = positions.map(\.offset).max() ?? -1
                        let before = greatest.change { greatest in
                            defer { greatest = offset }
                            return greatest
                        }
                        if offset < before { _ = regressions.next() }
                        try await real.commit(positions)
                    })
            }
        },
        .source("source.empty-commit", "commits everything when it is to commit nothing") { source in
            source.onCommit = { real, positions in
                let all = positions.isEmpty ? [SourcePosition(partition: 0, offset: 2)] : positions
                try await real.commit(all)
            }
        },
        .source("source.lag", "is never behind") { source in
            source.onLag = { _ in SourceLag(records: 0, oldest: nil) }
        },
    ]

    static let publishing: [Lie] = [
        .publisher("source.publish-counts", "counts nothing") { real, records, ingestion in
            let result = try await real.publish(records, ingestion: ingestion)
            return PublishResult(appended: 0, alreadyThere: 0, end: result.end)
        },
        .disguised("source.ingestion-memory", "has no memory") { card in
            let tally = Tally()
            card.openPublisher = changing(card.openPublisher) { real in
                LyingPublisher(real: real) { real, records, ingestion in
                    try await real.publish(records, ingestion: IngestionID("\(ingestion) \(tally.next())"))
                }
            }
        },
        .publisher("source.other-ingestion", "takes all ingestions for one") { real, records, _ in
            try await real.publish(records, ingestion: "all")
        },
        .publisher("source.publish-end", "does not say where the ingestion ends") { real, records, ingestion in
            let result = try await real.publish(records, ingestion: ingestion)
            return PublishResult(appended: result.appended, alreadyThere: result.alreadyThere, end: [])
        },
        .disguised("source.parallel-publishers", "drops what somebody published") { card in
            let tally = Tally()
            card.openPublisher = changing(card.openPublisher) { real in
                LyingPublisher(real: real) { real, records, ingestion in
                    // The dropped records come again, so that the count is right and the content is not.
                    let kept = tally.next() == 23 ? records.map { copy(of: $0) } : records
                    return try await real.publish(kept, ingestion: ingestion)
                }
            }
        },
        .disguised("source.close-twice", "cannot be read after it was closed twice") { card in
            let closes = Tally()
            guard let opening = card.openSource else { return }
            card.openSource = {
                (place: ConnectorCard.Place, group: String) async throws(StoreError) -> any RowSource in
                if closes.count > 1 { throw lie() }
                return LyingSource(real: try await opening(place, group), onClose: { _ = closes.next() })
            }
        },
    ]

    private static func copy(of record: PublishedRecord) -> PublishedRecord {
        PublishedRecord(rowNumber: record.rowNumber, payload: Array("payload 1 \0 é".utf8))
    }
}
