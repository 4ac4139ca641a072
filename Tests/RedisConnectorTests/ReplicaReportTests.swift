import Testing

@testable import RedisConnector

@Suite struct ReplicaReportTests {
    @Test("a line is read, in any order, and what is not told is not known")
    func lines() {
        let report = ReplicaReport("lag=0,offset=98,state=online,port=6380,ip=::1")
        #expect(report.host == "::1" && report.port == 6380 && report.isOnline && report.offset == 98)
        let strange = ReplicaReport("ip=,port=x,state=wait_bgsave,nonsense")
        #expect(strange.host == "" && strange.port == nil && !strange.isOnline && strange.offset == nil)
    }
}
