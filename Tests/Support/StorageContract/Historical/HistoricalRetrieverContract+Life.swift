import FeatureModel
import StorageAPI

extension HistoricalRetrieverContract {
    static let life: [Clause] = [
        Clause("historical.submit-returns", "submitting returns before the entity rows are read", scope) { run in
            let historical = try await historical(run, holding: [Sample.reading(1, count: 7)])
            let gate = Gate()
            let (request, _) = gated(gate)
            try await historical.submit(request)
            let progress = try await historical.poll(request.id)
            gate.open()
            guard case .running = progress else {
                throw Violation("while entity rows are awaited, the poll says \(Facts.text(progress))")
            }
            _ = try await Retrieval(historical).end(of: request.id)
        },
        Clause("historical.cancelled", "a cancelled retrieval ends as cancelled, and its answer is discarded", scope) {
            run in
            let historical = try await historical(run, holding: [Sample.reading(1, count: 7)])
            let gate = Gate()
            let (request, answers) = gated(gate)
            try await historical.submit(request)
            try await historical.cancel(request.id)
            gate.open()
            let end = try await Retrieval(historical).end(of: request.id)
            try require(end == .cancelled, "a cancelled retrieval ended as \(Facts.text(end))")
            try require(answers.ending == .discarded, "the answers are \(answers.ending), not discarded")
            try await expect([(1, Sample.noon, 7)], of: historical, id: "exp-2")
        },
        Clause("historical.cancel-late", "cancelling what has ended changes nothing", scope) { run in
            let historical = try await historical(run, holding: [Sample.reading(1, count: 7)])
            let answers = CollectedAnswers()
            let end = try await Retrieval(historical).end(of: request(answers: answers))
            try await historical.cancel("exp-1")
            let after = try await historical.poll("exp-1")
            guard case .done = end, after == end else {
                throw Violation("it ended as \(Facts.text(end)), and is \(Facts.text(after)) after a late cancel")
            }
            try require(answers.ending == .finished, "the answers are \(answers.ending) after a late cancel")
        },
        Clause("historical.bad-rows", "a failure of the entity rows ends it as failed on files", scope) { run in
            let historical = try await historical(run, holding: [Sample.reading(1, count: 7)])
            let answers = CollectedAnswers()
            let rows = ListedEntityRows(questions, setCount: 1) { _ in throw Violation("rows.csv:7:3: no time") }
            try await expectFileFailure(
                "rows.csv:7:3", of: historical, request(rows: rows, answers: answers), answers: answers)
        },
        Clause("historical.bad-answers", "a failure of the output ends it as failed on files", scope) { run in
            let historical = try await historical(run, holding: [Sample.reading(1, count: 7)])
            let answers = CollectedAnswers(beforeAppend: { _ in throw Violation("out.csv: no space left") })
            try await expectFileFailure("no space left", of: historical, request(answers: answers), answers: answers)
        },
        Clause("historical.bad-finish", "a failure to finish the output ends it as failed on files", scope) { run in
            let historical = try await historical(run, holding: [Sample.reading(1, count: 7)])
            let answers = CollectedAnswers(beforeFinish: { throw Violation("out.csv: cannot rename") })
            try await expectFileFailure("cannot rename", of: historical, request(answers: answers), answers: answers)
        },
        Clause("historical.unknown-id", "an id that was never submitted is rejected", scope) { run in
            let historical = try await historical(run, holding: [])
            do {
                let progress = try await historical.poll("exp-never")
                throw Violation("a poll of an unknown id answered \(Facts.text(progress))")
            } catch let error as StoreError {
                try require(error.code == .rejected, "a poll of an unknown id ended as \(error.code)")
            }
        },
        Clause("historical.same-id", "an id is taken once", scope) { run in
            let historical = try await historical(run, holding: [Sample.reading(1, count: 7)])
            _ = try await Retrieval(historical).end(of: request(answers: CollectedAnswers()))
            do {
                try await historical.submit(request(answers: CollectedAnswers()))
                throw Violation("the same id was taken twice")
            } catch let error as StoreError {
                try require(error.code == .rejected, "submitting an id again ended as \(error.code)")
            }
        },
        Clause("historical.side-by-side", "retrievals side by side get each its own answers", scope) { run in
            let rows = (0..<40).map { Sample.reading($0, count: $0) }
            let historical = try await historical(run, holding: rows)
            try await inParallel(4) { number in
                let sensors = (0..<200).map { ($0 * (number + 1)) % 50 }
                try await expect(
                    sensors.map { ($0, Sample.noon, $0 < 40 ? $0 : nil) }, of: historical, id: ExportID("exp-\(number)")
                )
            }
        },
        Clause("historical.close-twice", "closing a retriever twice is harmless", scope) { run in
            let historical = try await historical(run, holding: [Sample.reading(1, count: 7)])
            await historical.close()
            await historical.close()
            try await expect([(1, Sample.noon, 7)], of: try await run.historical())
        },
    ]

    private static let questions = (0..<10).map { _ in HistoricalQuestion(Sample.noon, Sample.sensor(1)) }

    private static func request(
        rows: any EntityRowSource = ListedEntityRows(questions, setCount: 1), answers: any AnswerSink
    ) -> HistoricalRequest {
        HistoricalRequest(id: "exp-1", featureSets: [asking()], entityRows: rows, answers: answers)
    }

    /// A request whose entity rows wait for a gate.
    private static func gated(_ gate: Gate) -> (HistoricalRequest, CollectedAnswers) {
        let answers = CollectedAnswers()
        let rows = ListedEntityRows(questions, setCount: 1) { _ in gate.pass() }
        return (request(rows: rows, answers: answers), answers)
    }

    private static func expectFileFailure(
        _ text: String, of historical: any HistoricalRetriever, _ request: HistoricalRequest,
        answers: CollectedAnswers
    ) async throws {
        let end = try await Retrieval(historical).end(of: request)
        guard case .failedOnFiles(let message) = end, message.contains(text) else {
            throw Violation("it ended as \(Facts.text(end)), not as a failure on files that says \(text)")
        }
        try require(answers.ending == .discarded, "the answers are \(answers.ending), not discarded")
        try await expect([(1, Sample.noon, 7)], of: historical, id: "exp-after")
    }
}
