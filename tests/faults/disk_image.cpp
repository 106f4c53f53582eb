// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/disk_image.h"

#include <QRandomGenerator>
#include <cstring>
#include <optional>

namespace keywork::test {

namespace {

constexpr int64_t kSector = 512;
constexpr int64_t kWord = 8;

struct FileOnDisk {
    bool exists = false;
    QByteArray durable;
    std::vector<const DiskEvent *> pending;
    std::optional<QByteArray> formerly; ///< a deleted file that may be back
};

void put(QByteArray &content, int64_t offset, const uint8_t *bytes, int64_t amount)
{
    if (amount <= 0)
        return;
    if (content.size() < offset + amount)
        content.append(QByteArray(offset + amount - content.size(), '\0'));
    std::memcpy(content.data() + offset, bytes, size_t(amount));
}

void apply(QByteArray &content, const DiskEvent &event)
{
    if (event.what == DiskEvent::What::Write)
        put(content, event.offset, event.bytes.data(), int64_t(event.bytes.size()));
    else if (event.offset < content.size())
        content.truncate(event.offset);
    else
        content.append(QByteArray(event.offset - content.size(), '\0'));
}

class PowerCut {
public:
    PowerCut(Tear tear, QRandomGenerator &random)
        : m_tear(tear)
        , m_random(random)
    {
        // Nearly nothing, half, nearly everything: each breaks other things.
        static constexpr double chances[] = {0, 0.1, 0.5, 0.9, 1};
        m_kept = chances[m_random.bounded(5)];
    }

    /// The file with some of what was written since its last sync.
    QByteArray settled(const FileOnDisk &file)
    {
        QByteArray content = file.durable;
        for (const DiskEvent *event : file.pending) {
            if (event->what == DiskEvent::What::Write)
                putSectors(content, *event);
            else if (m_random.bounded(2) == 0)
                apply(content, *event);
        }
        return content;
    }

    int pending = 0;
    int lost = 0;

private:
    void putSectors(QByteArray &content, const DiskEvent &event)
    {
        const int64_t end = event.offset + int64_t(event.bytes.size());
        for (int64_t at = event.offset; at < end;) {
            const int64_t next = std::min(end, (at / kSector + 1) * kSector);
            putSector(content, at, event.bytes.data() + (at - event.offset), next - at);
            at = next;
        }
    }

    void putSector(QByteArray &content, int64_t offset, const uint8_t *bytes, int64_t amount)
    {
        ++pending;
        if (m_tear == Tear::EightBytes && m_random.bounded(3) == 0)
            return putWords(content, offset, bytes, amount);
        if (m_random.generateDouble() < m_kept)
            return put(content, offset, bytes, amount);
        ++lost;
        if (m_random.bounded(4) == 0 && content.size() < offset + amount) // the size may be kept without the bytes
            content.append(QByteArray(offset + amount - content.size(), '\0'));
    }

    /// The front, the back, or any words of a sector.
    void putWords(QByteArray &content, int64_t offset, const uint8_t *bytes, int64_t amount)
    {
        ++lost;
        const int kind = m_random.bounded(3);
        const int64_t middle = m_random.bounded(int(amount / kWord) + 1) * kWord;
        if (kind == 0)
            return put(content, offset, bytes, middle);
        if (kind == 1)
            return put(content, offset + middle, bytes + middle, amount - middle);
        for (int64_t at = 0; at < amount; at += kWord)
            if (m_random.bounded(2) == 0)
                put(content, offset + at, bytes + at, std::min(kWord, amount - at));
    }

    Tear m_tear;
    QRandomGenerator &m_random;
    double m_kept = 1;
};

void sync(FileOnDisk &file)
{
    for (const DiskEvent *event : file.pending)
        apply(file.durable, *event);
    file.pending.clear();
    file.formerly.reset();
}

void remove(FileOnDisk &file, bool folderSynced, PowerCut &cut)
{
    file.formerly = folderSynced ? std::nullopt : std::optional(cut.settled(file));
    file.exists = false;
    file.durable.clear();
    file.pending.clear();
}

void replay(FileOnDisk &file, const DiskEvent &event, PowerCut &cut)
{
    switch (event.what) {
    case DiskEvent::What::Open:
        file.exists = true;
        return;
    case DiskEvent::What::Sync:
        return sync(file);
    case DiskEvent::What::Delete:
        return remove(file, event.offset == 1, cut);
    default:
        file.pending.push_back(&event);
    }
}

} // namespace

DiskAfterCut diskAfterCut(const Disk &before, const DiskRecording &recording, size_t cut, Tear tear, QRandomGenerator &random)
{
    PowerCut power(tear, random);
    QMap<QString, FileOnDisk> files;
    for (auto file = before.constBegin(); file != before.constEnd(); ++file)
        files.insert(file.key(), {true, file.value(), {}, {}});
    for (size_t i = 0; i < cut; ++i) {
        const DiskEvent &event = recording.events[i];
        replay(files[QString::fromStdString(recording.paths[event.file])], event, power);
    }
    power.pending = power.lost = 0; // what a deleted file lost concerns nobody
    DiskAfterCut after;
    for (auto file = files.constBegin(); file != files.constEnd(); ++file) {
        if (file->formerly && random.bounded(2) == 0)
            after.files.insert(file.key(), *file->formerly);
        else if (file->exists)
            after.files.insert(file.key(), power.settled(*file));
    }
    after.pending = power.pending;
    after.lost = power.lost;
    return after;
}

} // namespace keywork::test
