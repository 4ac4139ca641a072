import FeatureModel
import Operations

extension Showcase {
    var storeOperations: StoreOperations {
        StoreOperations(
            list: { () async throws(OperationError) in try await self.ask { $0.storeSummaries($1) } },
            get: { (name) async throws(OperationError) in
                try await self.ask { (world, now) throws(OperationError) in try world.storeSummary(name, now) }
            },
            apply: { (_, path, _) async throws(OperationError) in throw Self.documentsRefused(path) },
            delete: { (name) async throws(OperationError) in
                try await self.order { (world, _) throws(OperationError) in try world.deleteStore(name) }
            },
            check: { (name) async throws(OperationError) in
                try await self.ask { (world, now) throws(OperationError) in try world.check(name, now) }
            },
            health: {
                await self.wait()
                return self.look { $0.health($1) }
            })
    }

    var projectOperations: ProjectOperations {
        ProjectOperations(
            list: { () async throws(OperationError) in try await self.ask { world, _ in world.projectSummaries() } },
            create: { (name) async throws(OperationError) in
                try await self.order { (world, now) throws(OperationError) in try world.createProject(name, now) }
            },
            archive: { (name) async throws(OperationError) in
                try await self.order { (world, _) throws(OperationError) in try world.archiveProject(name) }
            })
    }

    var featureSetOperations: FeatureSetOperations {
        FeatureSetOperations(
            list: { (project) async throws(OperationError) in try await self.ask { $0.setSummaries(project, $1) } },
            get: { (reference) async throws(OperationError) in
                try await self.ask { (world, now) throws(OperationError) in try world.setSummary(reference, now) }
            },
            apply: { (_, path, _) async throws(OperationError) in throw Self.documentsRefused(path) },
            document: { (reference) async throws(OperationError) in
                try await self.ask { (world, _) throws(OperationError) in try world.document(reference) }
            })
    }

    var jobOperations: JobOperations {
        JobOperations(
            list: { (query) async throws(OperationError) in try await self.ask { $0.jobSummaries(query, $1) } },
            get: { (id) async throws(OperationError) in
                try await self.ask { (world, now) throws(OperationError) in try world.jobSummary(id, now) }
            },
            start: { (store, source) async throws(OperationError) in
                try await self.order { (world, now) throws(OperationError) in try world.startJob(store, source, now) }
            },
            stop: { (ids) async throws(OperationError) in
                try await self.order { (world, now) throws(OperationError) in try world.stop(ids, now) }
            },
            restart: { (ids) async throws(OperationError) in
                try await self.order { (world, now) throws(OperationError) in try world.restart(ids, now) }
            },
            suspend: { (ids) async throws(OperationError) in
                try await self.order { (world, now) throws(OperationError) in try world.suspend(ids, now) }
            },
            resume: { (ids) async throws(OperationError) in
                try await self.order { (world, now) throws(OperationError) in try world.resume(ids, now) }
            },
            log: { (id, from, count) async throws(OperationError) in
                try await self.ask { (world, now) throws(OperationError) in
                    try world.jobLog(id, from: from, count, now)
                }
            },
            specification: { (id) async throws(OperationError) in
                _ = try await self.ask { (world, now) throws(OperationError) in try world.jobSummary(id, now) }
                return "kind: job\njob: \(id)\n"
            },
            metrics: { (id) async throws(OperationError) in
                try await self.ask { (world, now) throws(OperationError) in try world.jobMetrics(id, now) }
            },
            history: { (id) async throws(OperationError) in
                try await self.ask { (world, _) throws(OperationError) in try world.jobHistory(id) }
            },
            reconcile: { () async throws(OperationError) in
                try await self.order { (world, now) throws(OperationError) in try world.reconcile(now) }
            })
    }

    var ingestOperations: IngestOperations {
        IngestOperations { (request, report) async throws(OperationError) in
            let now = try await self.order { (world, now) throws(OperationError) in
                world.orders.append(.ingest(request.featureSet))
                try world.checkWritable()
                _ = try world.record(request.featureSet)
                return now
            }
            report(.reading(bytes: 4_096, totalBytes: 4_096, rowsProduced: 120, rowsBad: 1))
            return IngestResult(
                ingestionID: IngestionID("ingest-\(now.seconds)"), featureSet: request.featureSet, rowsRead: 121,
                rowsProduced: 120, rowsBad: 1, stores: [], seconds: 0.2)
        }
    }

    private static func documentsRefused(_ path: String) -> OperationError {
        OperationError(
            .refused, "\(path): the showcase takes no documents", target: path,
            hint: "open a workspace of your own: larder init")
    }
}
