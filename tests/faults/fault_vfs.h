// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace keywork::test {

inline constexpr const char *kFaultVfsName = "keywork-faults";

/// What SQLite asks of the disk.
enum class DiskCall { Read, Write, Truncate, Sync, Open, Delete };
using DiskCounts = std::array<int64_t, 6>;

/// How the disk fails. ShortWrite and HalfThenFull really write half of the bytes first.
enum class Fault { ReadError, WriteError, ShortWrite, DiskFull, HalfThenFull, SyncError, TruncateError, OpenError, DeleteError };
inline constexpr std::array kFaults{Fault::ReadError, Fault::WriteError, Fault::ShortWrite, Fault::DiskFull, Fault::HalfThenFull,
    Fault::SyncError, Fault::TruncateError, Fault::OpenError, Fault::DeleteError};
DiskCall callOf(Fault fault);
const char *nameOf(Fault fault);

/// The nth call (from 1) that this fault concerns fails; persistent: all that follow fail too.
struct FaultPlan {
    Fault fault = Fault::ReadError;
    int64_t nth = 1;
    bool persistent = false;
};

/// Registers the VFS over `unix-excl`. It passes everything through until one of the functions below is called.
/// State is of the process: one campaign at a time, in one thread.
bool registerFaultVfs();

void armFault(const FaultPlan &plan);
/// Ends the plan; how many calls failed by it.
int64_t disarmFault();

void startCounting();
DiskCounts stopCounting();

/// Files may still grow by so many bytes together; -1: as much as they like.
void setRoom(int64_t bytes);

/// One thing that was done to a named file.
struct DiskEvent {
    enum class What { Open, Write, Truncate, Sync, Delete };
    What what = What::Open;
    size_t file = 0; ///< in DiskRecording::paths
    int64_t offset = 0; ///< Write; Truncate: the new size; Open: 1 when the file was made by it; Delete: 1 when the folder was synced
    std::vector<uint8_t> bytes;
};
struct DiskRecording {
    std::vector<std::string> paths;
    std::vector<DiskEvent> events;
};
void startRecording();
/// The place of the next event: an acknowledgement stands before it.
size_t recordedSoFar();
DiskRecording stopRecording();

} // namespace keywork::test
