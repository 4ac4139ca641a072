import FeastProtos
import Foundation
import SwiftProtobuf
import Testing

@Suite("Generated messages")
struct GeneratedTests {
    @Test("messages have Feast's names")
    func names() {
        #expect(Feast_Types_FeatureRow.protoMessageName == "feast.types.FeatureRow")
        #expect(Feast_Storage_RedisKey.protoMessageName == "feast.storage.RedisKey")
        #expect(Feast_Core_FeatureSetSpec.protoMessageName == "feast.core.FeatureSetSpec")
        #expect(
            Feast_Serving_GetOnlineFeaturesResponse.FieldValues.protoMessageName
                == "feast.serving.GetOnlineFeaturesResponse.FieldValues")
        #expect(Tensorflow_Metadata_V0_IntDomain.protoMessageName == "tensorflow.metadata.v0.IntDomain")
    }

    @Test("a feature's fields have Feast's numbers")
    func numbers() throws {
        let feature = Feast_Core_FeatureSpec.with {
            $0.name = "f"
            $0.valueType = .int64
            $0.presence.minCount = 1
            $0.shape.dim = [.with { $0.size = 2 }]
            $0.intDomain.min = 0
        }
        let bytes: [UInt8] = try feature.serializedBytes()
        #expect(
            bytes == [
                0x0a, 1, 0x66, 0x10, 4, 0xf2, 1, 2, 0x10, 1, 0x82, 2, 4, 0x12, 2, 0x08, 2, 0x9a, 2, 2, 0x18, 0,
            ])
    }

    @Test("a definition reads from the JSON that Feast's documents hold")
    func readsDocuments() throws {
        let json = """
            {"spec": {"name": "s", "maxAge": "7200s", "features": [{"name": "f", "valueType": "INT32_LIST",
            "intDomain": {"min": "0", "max": "5"}}], "source": {"type": "KAFKA",
            "kafka_source_config": {"bootstrap_servers": "k:1", "topic": "t"}}}}
            """
        let set = try Feast_Core_FeatureSet(jsonString: json)
        #expect(set.spec.maxAge.seconds == 7200)
        #expect(set.spec.features[0].valueType == .int32List)
        #expect(set.spec.features[0].intDomain.max == 5)
        #expect(set.spec.source.kafkaSourceConfig.topic == "t")
    }

    @Test("the committed files were made from the .proto files as they are")
    func isFresh() throws {
        let root = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../Sources/FeastProtos").standardized
        let recorded = root.appendingPathComponent("Generated/Protos.sha256")
        let protos = root.appendingPathComponent("Protos")
        let check = Process()
        check.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        check.arguments = ["sha256sum", "--check", "--strict", "--status", recorded.path]
        check.currentDirectoryURL = protos
        try check.run()
        check.waitUntilExit()
        #expect(check.terminationStatus == 0, "run Sources/FeastProtos/regenerate")

        let names = try String(contentsOf: recorded, encoding: .utf8).split(separator: "\n").map { $0.dropFirst(66) }
        let found = try FileManager.default.subpathsOfDirectory(atPath: protos.path).filter { $0.hasSuffix(".proto") }
        #expect(Set(found) == Set(names.map(String.init)))
    }
}
