// Who handed a message over, from the lines that real mail servers write.
import { describe, expect, it } from 'vitest';
import { handedOverBy } from '../../../../electron/domain/doctor/received';

const isInner = (ip: string): boolean => /^(?:10\.|127\.|192\.168\.|::1$)/.test(ip);
const ask = (...lines: readonly string[]) => handedOverBy(lines, isInner, '[127.0.0.1]');
const outside = { ip: '203.0.113.5', helo: 'mail.example.org' };

describe('a server of the open network is found in a line of', () => {
  it.each([
    [
      'Postfix',
      'Received: from mail.example.org (mail.example.org [203.0.113.5])\r\n\t(using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)\r\n\t key-exchange X25519 server-signature RSA-PSS (2048 bits))\r\n\t(No client certificate requested)\r\n\tby mx.example.net (Postfix) with ESMTPS id 4Xq8Yt0Z2bz1\r\n\tfor <alice@example.net>; Mon, 23 Nov 2026 10:00:00 +0000 (UTC)',
    ],
    [
      'Gmail',
      'Received: from mail.example.org (mail.example.org. [203.0.113.5])\r\n        by mx.google.com with ESMTPS id 4fb4d7f45d1cf-5cbeafbc19fsi1234567a12.123.2026.11.23.02.00.00\r\n        for <alice@gmail.com>\r\n        (version=TLS1_3 cipher=TLS_AES_256_GCM_SHA384 bits=256/256);\r\n        Mon, 23 Nov 2026 02:00:00 -0800 (PST)',
    ],
    [
      'Microsoft',
      'Received: from mail.example.org (203.0.113.5) by\r\n DB5EUR03FT044.mail.protection.outlook.com (10.152.21.167) with Microsoft SMTP\r\n Server (version=TLS1_3, cipher=TLS_AES_256_GCM_SHA384) id 15.20.8182.16 via Frontend Transport; Mon, 23 Nov 2026 10:00:00 +0000',
    ],
    [
      'an Exchange of one’s own',
      'Received: from mail.example.org (203.0.113.5) by EX01.corp.example.net (192.168.1.5)\r\n with Microsoft SMTP Server (version=TLS1_2, cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id 15.1.2507.39; Mon, 23 Nov 2026 10:00:00 +0000',
    ],
    [
      'Exim',
      'Received: from mail.example.org ([203.0.113.5])\r\n\tby mx.example.net with esmtps  (TLS1.3) tls TLS_AES_256_GCM_SHA384\r\n\t(Exim 4.96)\r\n\t(envelope-from <alice@example.org>)\r\n\tid 1tEaBc-0001Ab-2x\r\n\tfor alice@example.net; Mon, 23 Nov 2026 10:00:00 +0000',
    ],
    [
      'Exim, of a host without a name',
      'Received: from [203.0.113.5] (port=41234 helo=mail.example.org)\r\n\tby mx.example.net with esmtp (Exim 4.94.2)\r\n\tid 1tEaBc-0001Ab-2x; Mon, 23 Nov 2026 10:00:00 +0000',
    ],
    [
      'Exim, with another name than it says',
      'Received: from host5.example.com ([203.0.113.5]:41234 helo=mail.example.org)\r\n\tby mx.example.net with esmtps (Exim 4.96) id 1tEaBc-0001Ab-2x; Mon, 23 Nov 2026 10:00:00 +0000',
    ],
    ['qmail', 'Received: from unknown (HELO mail.example.org) (203.0.113.5)\r\n  by mx.example.net with SMTP; 23 Nov 2026 10:00:00 -0000'],
    [
      'Yahoo',
      'Received: from 203.0.113.5 (EHLO mail.example.org)\r\n by 10.222.148.98 with SMTPs\r\n (version=TLS1_3 cipher=TLS_AES_128_GCM_SHA256); Mon, 23 Nov 2026 10:00:00 +0000',
    ],
    [
      'sendmail',
      'Received: from mail.example.org (mail.example.org [203.0.113.5] (may be forged))\r\n\tby mx.example.net (8.17.1/8.17.1) with ESMTPS id 4ANA00 for <alice@example.net>; Mon, 23 Nov 2026 10:00:00 GMT',
    ],
  ])('%s', (_server, line) => {
    expect(ask(line)).toEqual(outside);
  });

  it('Postfix, by IPv6', () => {
    expect(ask('Received: from mail.example.org (unknown [IPv6:2001:db8::25]) by mx.example.net (Postfix) with ESMTPS id 4X')).toEqual({
      ip: '2001:db8::25',
      helo: 'mail.example.org',
    });
  });
});

describe('the program of the sender itself is no server', () => {
  it.each([
    [
      'Postfix with a sign-in',
      'Received: from laptop.home (dsl-81-2-3-4.example.net [81.2.3.4])\r\n\t(using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits))\r\n\t(No client certificate requested)\r\n\t(Authenticated sender: alice@example.org)\r\n\tby mail.example.org (Postfix) with ESMTPSA id 4Xq8; Mon, 23 Nov 2026 10:00:00 +0000',
    ],
    [
      'Postfix that only names the sender',
      'Received: from laptop.home (dsl-81-2-3-4.example.net [81.2.3.4])\r\n\t(Authenticated sender: alice@example.org)\r\n\tby mail.example.org (Postfix) with ESMTP id 4Xq8',
    ],
    [
      'Gmail',
      'Received: from laptop.home (dsl-81-2-3-4.example.net. [81.2.3.4])\r\n        by smtp.gmail.com with ESMTPSA id a640c23a62f3a-aa50f2d3sm1.2026.11.23 (version=TLS1_3 cipher=TLS_AES_256_GCM_SHA384 bits=256/256)',
    ],
    [
      'Exim',
      'Received: from [81.2.3.4] (helo=laptop.home)\r\n\tby mail.example.org with esmtpsa  (TLS1.3) tls TLS_AES_256_GCM_SHA384 (Exim 4.96) (envelope-from <alice@example.org>) id 1tE',
    ],
    ['an older Exim', 'Received: from dsl.example.net ([81.2.3.4] helo=laptop.home) by mail.example.org with asmtp (Exim 3.36) id 1tE'],
    ['a server that knows UTF-8', 'Received: from laptop.home (dsl.example.net [81.2.3.4]) by mail.example.org with UTF8SMTPSA id 4X'],
    ['qmail', 'Received: from unknown (HELO laptop.home) (alice@81.2.3.4)\r\n  by mail.example.org with SMTP; 23 Nov 2026 10:00:00 -0000'],
    [
      'a server that does not say that there was a sign-in: we know our own name',
      'Received: from [127.0.0.1] (dsl-81-2-3-4.example.net [81.2.3.4]) by mail.example.org with ESMTPS id 4X',
    ],
    [
      'Microsoft, where it went straight into a mailbox server',
      'Received: from laptop.home (81.2.3.4) by AM0PR10MB4118.EURPRD10.PROD.OUTLOOK.COM (2603:10a6:20b:1f5::14) with Microsoft SMTP Server (version=TLS1_2, cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id 15.20.8182.16; Mon, 23 Nov 2026 10:00:00 +0000',
    ],
  ])('%s', (_server, line) => {
    expect(ask(line)).toBeNull();
  });
});

describe('what hands it on within a house is passed over', () => {
  const outer = 'Received: from mail.example.org (mail.example.org [203.0.113.5]) by mx.example.net (Postfix) with ESMTPS id 4X';
  it('a content filter and the delivery', () => {
    expect(
      ask(
        'Received: from mx.example.net ([10.0.0.4])\r\n\tby imap.example.net with LMTP\r\n\tid aBcD (envelope-from <alice@example.org>)',
        'Received: from localhost (localhost [127.0.0.1])\r\n\tby mx.example.net (Postfix) with ESMTP id 4Xb',
        'Received: from mx.example.net ([127.0.0.1])\r\n\tby localhost (mx.example.net [127.0.0.1]) (amavisd-new, port 10024)\r\n\twith ESMTP id 5Yc',
        outer,
        'Received: from laptop.home (dsl.example.net [81.2.3.4]) by mail.example.org (Postfix) with ESMTPSA id 4X',
      ),
    ).toEqual(outside);
  });

  it('a filter that passed on what its own house’s person had sent', () => {
    expect(
      ask(
        'Received: from localhost (localhost [127.0.0.1]) by mail.example.org (Postfix) with ESMTP id 4Xb',
        'Received: from mail.example.org ([127.0.0.1]) by localhost (mail.example.org [127.0.0.1]) (amavisd-new, port 10026) with ESMTP id 5Yc',
        'Received: from laptop.home (dsl.example.net [81.2.3.4]) (Authenticated sender: alice) by mail.example.org (Postfix) with ESMTPSA id 4X',
      ),
    ).toBeNull();
  });

  it('Microsoft’s own servers, by addresses of the open network', () => {
    expect(
      ask(
        'Received: from AM9PR10MB4118.EURPRD10.PROD.OUTLOOK.COM (2603:10a6:20b:1f5::14) by DB9PR10MB5185.EURPRD10.PROD.OUTLOOK.COM with HTTPS; Mon, 23 Nov 2026 10:00:02 +0000',
        'Received: from DB8PR09CA0023.eurprd09.prod.outlook.com (2603:10a6:10:a0::36) by AM9PR10MB4118.eurprd10.prod.outlook.com (2603:10a6:20b:1f5::14) with Microsoft SMTP Server (version=TLS1_2, cipher=X) id 15.20',
        'Received: from DB5EUR03FT044.eop-EUR03.prod.protection.outlook.com (2603:10a6:10:a0:cafe::de) by DB8PR09CA0023.outlook.office365.com (2603:10a6:10:a0::36) with Microsoft SMTP Server (version=TLS1_3, cipher=X) id 15.20',
        'Received: from mail.example.org (203.0.113.5) by DB5EUR03FT044.mail.protection.outlook.com (10.152.21.167) with Microsoft SMTP Server (version=TLS1_3, cipher=X) id 15.20',
      ),
    ).toEqual(outside);
  });

  it('Gmail’s note to itself', () => {
    expect(
      ask('Received: by 2002:a05:6402:2813:b0:5cb:dead:beef with SMTP id h19csp123; Mon, 23 Nov 2026 02:00:00 -0800 (PST)', outer),
    ).toEqual(outside);
  });
});

it.each([
  '',
  'Received: from',
  'Received: (qmail 12345 invoked by uid 89); 23 Nov 2026 10:00:00 -0000',
  'Received: from mail.example.org by mx.example.net with ESMTP',
  'Received: from [203.0.113.5] by mx.example.net with ESMTP',
  `Received: from ${'('.repeat(5000)}`,
])('knows nobody from a line that names nobody: %#', (line) => {
  expect(ask(line)).toBeNull();
});
