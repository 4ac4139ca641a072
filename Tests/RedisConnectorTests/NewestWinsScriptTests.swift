import FaultKit
import Testing

@testable import RedisConnector

@Suite struct NewestWinsScriptTests {
    @Test("the digest is that of the text, as the server computes it")
    func digest() throws {
        let fixture = try RedisFixture()
        let digest = try fixture.server.cli(["SCRIPT", "LOAD", NewestWinsScript.source])
        #expect(String(decoding: digest, as: UTF8.self) == NewestWinsScript.digest)
    }
}
