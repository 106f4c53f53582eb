// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/history_chain.h"

#include <sodium.h>

namespace keywork {

namespace {
constexpr size_t kDigestBytes = 32;
}

QByteArray historyCommitment(const QByteArray &salt, const QByteArray &content)
{
    QByteArray digest(kDigestBytes, '\0');
    crypto_generichash(reinterpret_cast<unsigned char *>(digest.data()), kDigestBytes,
        reinterpret_cast<const unsigned char *>(content.constData()), size_t(content.size()),
        reinterpret_cast<const unsigned char *>(salt.constData()), size_t(salt.size()));
    return digest;
}

QByteArray historyMac(const SecretKey &key, const QString &previous, const QStringList &parts)
{
    // Unit separators keep the parts apart: "a"+"bc" must not equal "ab"+"c".
    const QByteArray message = (QStringList{previous} + parts).join(QChar(0x1f)).toUtf8();
    QByteArray digest(kDigestBytes, '\0');
    crypto_generichash(reinterpret_cast<unsigned char *>(digest.data()), kDigestBytes,
        reinterpret_cast<const unsigned char *>(message.constData()), size_t(message.size()), key.bytes().data(), key.bytes().size());
    return digest;
}

} // namespace keywork
