import FeatureModel
import Operations

extension Showcase {
    var onlineOperations: OnlineOperations {
        OnlineOperations(
            get: { (query) async throws(OperationError) in
                try await self.ask { (world, now) throws(OperationError) in try world.online(query, now) }
            },
            why: { (query) async throws(OperationError) in
                try await self.ask { (world, now) throws(OperationError) in try world.why(query, now) }
            },
            stores: { (reference) async throws(OperationError) in
                try await self.ask { (world, _) throws(OperationError) in try world.onlineStores(reference) }
            })
    }

    var exportOperations: ExportOperations {
        ExportOperations(
            inspect: { (path, format) async throws(OperationError) in
                try await self.ask { (world, _) throws(OperationError) in try world.inspect(path, format) }
            },
            preview: { (request, limit) async throws(OperationError) in
                try await self.ask { (world, _) throws(OperationError) in try world.preview(request, limit) }
            },
            start: { (request) async throws(OperationError) in
                try await self.order { (world, now) throws(OperationError) in try world.startExport(request, now) }
            },
            list: { () async throws(OperationError) in try await self.ask { world, _ in world.exportList() } },
            get: { (id) async throws(OperationError) in
                try await self.ask { (world, _) throws(OperationError) in try world.export(id) }
            },
            cancel: { (id) async throws(OperationError) in
                try await self.order { (world, now) throws(OperationError) in try world.cancelExport(id, now) }
            },
            repeat: { (id, path, overwrites) async throws(OperationError) in
                try await self.order { (world, now) throws(OperationError) in
                    try world.repeatExport(id, path, overwrites, now)
                }
            },
            log: { (id, from, count) async throws(OperationError) in
                try await self.ask { (world, _) throws(OperationError) in
                    try world.exportLog(id, from: from, count)
                }
            })
    }

    var deadLetterOperations: DeadLetterOperations {
        DeadLetterOperations(
            groups: { (query) async throws(OperationError) in
                try await self.ask { world, _ in world.letters.summary(query) }
            },
            list: { (query, limit, offset) async throws(OperationError) in
                try await self.ask { $0.letterPage(query, limit: limit, offset: offset, $1) }
            },
            get: { (id) async throws(OperationError) in
                try await self.ask { (world, _) throws(OperationError) in try world.letter(id) }
            },
            decode: { letter in self.look { world, _ in world.decoded(letter) } },
            replay: { (query, mode) async throws(OperationError) in
                try await self.order { (world, _) throws(OperationError) in
                    try world.replay(query, dryRun: mode == .dryRun)
                }
            },
            discard: { (query) async throws(OperationError) in
                try await self.order { (world, _) throws(OperationError) in try world.discard(query) }
            })
    }
}
