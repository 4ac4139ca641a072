import FeatureModel
import StorageAPI
import StorageContract

extension Lie {
    static func disguised(
        _ clause: ClauseID, _ description: String, _ change: @escaping @Sendable (inout Disguise) -> Void
    ) -> Lie {
        Lie(
            clause, description,
            dress: { card in
                var disguise = Disguise(card)
                change(&disguise)
                return disguise.card
            })
    }

    static func sink(
        _ clause: ClauseID, _ description: String, _ change: @escaping @Sendable (inout LyingSink) -> Void
    ) -> Lie {
        disguised(clause, description) { card in
            card.openSink = changing(card.openSink) { real in
                var sink = LyingSink(real: real)
                change(&sink)
                return sink
            }
        }
    }

    /// A sink that changes every row before it writes it.
    static func rows(
        _ clause: ClauseID, _ description: String, _ change: @escaping @Sendable (inout ValidatedRow) -> Void
    ) -> Lie {
        sink(clause, description) { sink in
            sink.onWrite = { real, batch in
                let rows = batch.rows.map { row in
                    var changed = row
                    change(&changed)
                    return changed
                }
                return try await real.write(RowBatch(featureSet: batch.featureSet, rows: rows, jobID: batch.jobID))
            }
        }
    }

    /// A sink that changes every value before it writes it.
    static func values(
        _ clause: ClauseID, _ description: String, _ change: @escaping @Sendable (FeatureValue?) -> FeatureValue?
    ) -> Lie {
        rows(clause, description) { row in row.features = row.features.map(change) }
    }

    /// A sink that leaves rows out and says that it took all.
    static func dropping(
        _ clause: ClauseID, _ description: String,
        _ keeps: @escaping @Sendable () -> @Sendable (ValidatedRow) -> Bool
    ) -> Lie {
        sink(clause, description) { sink in
            let keeps = keeps()
            sink.onWrite = { real, batch in
                let kept = batch.rows.filter(keeps)
                let result = try await real.write(
                    RowBatch(featureSet: batch.featureSet, rows: kept, jobID: batch.jobID))
                return WriteResult(accepted: result.accepted + batch.rows.count - kept.count, failed: result.failed)
            }
        }
    }

    static func online(
        _ clause: ClauseID, _ description: String,
        _ read: @escaping @Sendable (any OnlineRetriever, OnlineRequest) async throws -> [OnlineRow?]
    ) -> Lie {
        disguised(clause, description) { card in
            card.openOnline = changing(card.openOnline) { LyingOnline(real: $0, onRead: read) }
        }
    }

    static func historical(
        _ clause: ClauseID, _ description: String, _ change: @escaping @Sendable (inout LyingHistorical) -> Void
    ) -> Lie {
        disguised(clause, description) { card in
            card.openHistorical = changing(card.openHistorical) { real in
                var retriever = LyingHistorical(real: real)
                change(&retriever)
                return retriever
            }
        }
    }

    /// A historical retriever that changes the requests.
    static func requests(
        _ clause: ClauseID, _ description: String,
        _ change: @escaping @Sendable (HistoricalRequest) -> HistoricalRequest
    ) -> Lie {
        historical(clause, description) { retriever in
            retriever.onSubmit = { real, request in try await real.submit(change(request)) }
        }
    }

    /// A historical retriever that changes the answers, batch by batch.
    static func answers(
        _ clause: ClauseID, _ description: String,
        _ change: @escaping @Sendable ([[FeatureValue?]]) -> [[FeatureValue?]]
    ) -> Lie {
        requests(clause, description) { request in
            HistoricalRequest(
                id: request.id, featureSets: request.featureSets, entityRows: request.entityRows,
                answers: ChangedAnswers(real: request.answers, change: change))
        }
    }

    static func polls(
        _ clause: ClauseID, _ description: String,
        _ change: @escaping @Sendable (RetrievalProgress) -> RetrievalProgress
    ) -> Lie {
        historical(clause, description) { retriever in
            retriever.onPoll = { real, id in change(try await real.poll(id)) }
        }
    }

    static func source(
        _ clause: ClauseID, _ description: String, _ change: @escaping @Sendable (inout LyingSource) -> Void
    ) -> Lie {
        disguised(clause, description) { card in
            guard let opening = card.openSource else { return }
            card.openSource = {
                (place: ConnectorCard.Place, group: String) async throws(StoreError) -> any RowSource in
                var source = LyingSource(real: try await opening(place, group))
                change(&source)
                return source
            }
        }
    }

    /// A source that changes what it reads.
    static func records(
        _ clause: ClauseID, _ description: String, _ change: @escaping @Sendable ([SourceRecord]) -> [SourceRecord]
    ) -> Lie {
        source(clause, description) { source in
            source.onRead = { real, records, bytes, wait in
                change(try await real.read(maxRecords: records, maxBytes: bytes, waitingUpTo: wait))
            }
        }
    }

    static func publisher(
        _ clause: ClauseID, _ description: String, _ publish: @escaping LyingPublisher.Publish
    ) -> Lie {
        disguised(clause, description) { card in
            card.openPublisher = changing(card.openPublisher) { LyingPublisher(real: $0, onPublish: publish) }
        }
    }

    static func letters(
        _ clause: ClauseID, _ description: String, _ change: @escaping @Sendable (inout LyingLetters) -> Void
    ) -> Lie {
        disguised(clause, description) { card in
            card.openLetters = changing(card.openLetters) { real in
                var letters = LyingLetters(real: real)
                change(&letters)
                return letters
            }
        }
    }
}
