// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/guidance.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

struct ShippedPages {
    QList<GuidancePage> pages;
    QList<GuidanceFileFault> faults;
};

const ShippedPages &shippedPages()
{
    static const ShippedPages shipped = [] {
        ShippedPages read;
        read.pages = readGuidanceFolder(u":/keywork/guidance"_s, read.faults);
        return read;
    }();
    return shipped;
}

} // namespace

QList<GuidancePage> readGuidanceFolder(const QString &folder, QList<GuidanceFileFault> &faults)
{
    QList<GuidancePage> pages;
    const QDir dir(folder);
    for (const QString &name : dir.entryList({u"*.md"_s}, QDir::Files, QDir::Name)) {
        QFile file(dir.filePath(name));
        if (!file.open(QIODevice::ReadOnly)) {
            faults.append({name, {GuidanceFault::Kind::NothingSaid, 1, {}}});
            continue;
        }
        const auto read = readGuidance(name.chopped(3), file.read(kLongestGuidance + 1));
        if (const GuidancePage *page = std::get_if<GuidancePage>(&read))
            pages.append(*page);
        else
            faults.append({name, std::get<GuidanceFault>(read)});
    }
    return pages;
}

const QList<GuidancePage> &shippedGuidance() { return shippedPages().pages; }

const QList<GuidanceFileFault> &shippedGuidanceFaults() { return shippedPages().faults; }

const GuidancePage *guidanceFor(const QList<GuidancePage> &pages, const QStringList &keys)
{
    for (const QString &key : keys)
        for (const GuidancePage &page : pages)
            if (page.places.contains(key))
                return &page;
    return nullptr;
}

} // namespace keywork
